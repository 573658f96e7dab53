package io.moneyprinter.content.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Documents that tests read. */
final class Papers {

    static final List<List<String>> PAGES = List.of(
            List.of(
                    "Eels are born in the Sargasso Sea and drift to Europe for two or three years. When they ar-",
                    "rive, they are as long as a finger and as clear as glass. Rivers are where they grow up, of-",
                    "ten for more than fifteen years.",
                    "",
                    "Nobody has ever seen an eel lay its eggs. In 2022 tags proved that females swim ten thousand"),
            List.of(
                    "kilometres back to the Sargasso Sea. They eat nothing on the way and die after spawning.",
                    "",
                    "Since 1980 the number of young eels at the coasts of Europe has fallen by nine tenths. Dams,",
                    "fishing and parasites are to blame, and biologists now carry eels around turbines by lorry."),
            List.of(
                    "Smugglers earn more with glass eels than with some drugs, because a kilogram sells for up to",
                    "six thousand euros in Asia. The police of Spain and Portugal seize tons of them each year."));

    private Papers() {}

    /** Three pages with a running head and numbers, set in lines. */
    static Path pdf(Path file) throws IOException {
        try (var pdf = pages()) {
            pdf.save(file.toFile());
        }
        return file;
    }

    static Path encrypted(Path file) throws IOException {
        try (var pdf = pages()) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(file.toFile());
        }
        return file;
    }

    /** Pages without a letter. */
    static Path scanned(Path file) throws IOException {
        try (var pdf = new PDDocument()) {
            for (var page = 0; page < 3; page++) {
                var paper = new PDPage();
                pdf.addPage(paper);
                try (var ink = new PDPageContentStream(pdf, paper)) {
                    ink.addRect(100, 100, 200, 300);
                    ink.fill();
                }
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    /** A page whose few kilobytes unpack to more than a gigabyte. */
    static Path bomb(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            text(
                    out,
                    "%PDF-1.4\n"
                            + "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
                            + "4 0 obj<</Filter/FlateDecode>>stream\n");
            var spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            var deflated = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED));
            for (var megabyte = 0; megabyte < 200; megabyte++) {
                deflated.write(spaces);
            }
            deflated.finish();
            text(out, "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
        }
        return file;
    }

    private static PDDocument pages() throws IOException {
        var pdf = new PDDocument();
        var body = new PDType1Font(FontName.TIMES_ROMAN);
        for (var page = 0; page < PAGES.size(); page++) {
            var paper = new PDPage();
            pdf.addPage(paper);
            try (var ink = new PDPageContentStream(pdf, paper)) {
                write(ink, body, 8, 60, 760, "Journal of Rivers, volume 12 - page " + (page + 1));
                if (page == 0) {
                    write(ink, body, 20, 60, 700, "The long way of the eel");
                }
                var y = 660;
                for (var line : PAGES.get(page)) {
                    write(ink, body, 11, 60, y, line);
                    y -= line.isEmpty() ? 22 : 13;
                }
                write(ink, body, 11, 300, 40, "" + (page + 1));
            }
        }
        return pdf;
    }

    private static void write(PDPageContentStream ink, PDType1Font font, int size, int x, int y, String text)
            throws IOException {
        ink.beginText();
        ink.setFont(font, size);
        ink.newLineAtOffset(x, y);
        ink.showText(text);
        ink.endText();
    }

    static Path docx(Path file) throws IOException {
        var w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        return zip(file, Map.of("word/document.xml", """
            <?xml version="1.0" encoding="UTF-8"?><w:document %s><w:body>
            <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>The long way of the eel</w:t></w:r></w:p>
            <w:p><w:r><w:t>Eels are born in the Sargasso Sea and drift to Eu</w:t></w:r><w:r><w:t>rope.</w:t></w:r></w:p>
            <w:p><w:r><w:t>They</w:t><w:tab/><w:t>grow up</w:t></w:r><w:del><w:r><w:delText> never</w:delText><w:t> gone</w:t></w:r></w:del><w:r><w:t xml:space="preserve"> in rivers.</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>A table of numbers.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>References</w:t></w:r></w:p>
            <w:p><w:r><w:t>A book that nobody reads aloud.</w:t></w:r></w:p></w:body></w:document>\
            """.formatted(w)));
    }

    static Path odt(Path file) throws IOException {
        return zip(file, Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
            <text:h text:outline-level="1">The long way of the eel</text:h>
            <text:p>Eels are born in the <text:span>Sargasso</text:span><text:s/>Sea.<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
            </office:text></office:body></office:document-content>\
            """));
    }

    static Path epub(Path file) throws IOException {
        return zip(
                file,
                Map.of(
                        "mimetype",
                        "application/epub+zip",
                        "META-INF/container.xml",
                        "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>",
                        "OEBPS/book.opf",
                        """
                        <package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The long way of the eel</dc:title><dc:publisher>River Press</dc:publisher><dc:date>2024-05-01</dc:date></metadata>
                        <manifest><item id="b" href="two.xhtml"/><item id="a" href="one%20first.xhtml"/></manifest>
                        <spine><itemref idref="a"/><itemref idref="b"/></spine></package>\
                        """,
                        "OEBPS/one first.xhtml",
                        "<html><body><h1>One</h1><p>Eels are born in the Sargasso Sea.</p></body></html>",
                        "OEBPS/two.xhtml",
                        "<html><body><h1>Two</h1><p>They grow up in rivers.</p></body></html>"));
    }

    /** A document whose one part unpacks to much more than it may. */
    static Path zipBomb(Path file) throws IOException {
        return zip(file, Map.of("word/document.xml", "<a>" + " ".repeat(40 << 20) + "</a>"));
    }

    static Path zip(Path file, Map<String, String> parts) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                text(zip, part.getValue());
            }
        }
        return file;
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
