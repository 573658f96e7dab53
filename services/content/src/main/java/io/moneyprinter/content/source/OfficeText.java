package io.moneyprinter.content.source;

import io.moneyprinter.content.ContentErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The words of a text document of an office: paragraphs and headings of its one XML part, read as they come by. */
final class OfficeText {

    /** The JDK ends at 100, and calls the file malformed. */
    private static final int DEEPEST = 90;

    /** What is beside the text, or is there twice. */
    private static final Set<String> SKIPPED = Set.of(
            // DOCX
            "tbl",
            "del",
            "moveFrom",
            "Fallback",
            "footnote",
            "endnote",
            "comment",
            "instrText",
            "drawing",
            "pict",
            "object",
            // ODT
            "table",
            "note",
            "annotation",
            "tracked-changes",
            "table-of-content",
            "bibliography",
            "frame",
            "sequence-decls");

    private static final Pattern TITLE =
            Pattern.compile("(?:title|titel|titre|título|titolo)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile(
            "(?:heading|überschrift|berschrift|titre|título|ttulo|titolo|kop|rubrik|标题)?\\s*([1-9])",
            Pattern.CASE_INSENSITIVE);

    private final Passages passages = new Passages();
    private final StringBuilder paragraph = new StringBuilder();
    private @Nullable String title;
    private boolean isTitle;
    /** Of the paragraph as a heading; 0 for none. */
    private int level;

    private OfficeText() {}

    static SourceText docx(Path file) throws IOException {
        try (var zip = new ZippedFile(file)) {
            return new OfficeText().read(zip, "word/document.xml", "docProps/core.xml");
        }
    }

    static SourceText odt(Path file) throws IOException {
        try (var zip = new ZippedFile(file)) {
            if (zip.has("META-INF/manifest.xml") && isEncrypted(zip)) {
                throw new SourceFailure(ContentErrorCode.DOCUMENT_ENCRYPTED, "the document asks for a password");
            }
            return new OfficeText().read(zip, "content.xml", "meta.xml");
        }
    }

    private static boolean isEncrypted(ZippedFile zip) throws IOException {
        return reads(zip.part("META-INF/manifest.xml"), xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("encryption-data")) {
                    return true;
                }
            }
            return false;
        });
    }

    private SourceText read(ZippedFile zip, String text, String properties) throws IOException {
        reads(zip.part(text), this::text);
        var named = zip.has(properties) ? reads(zip.part(properties), OfficeText::named) : "";
        return passages.toText(title == null ? named : title, null);
    }

    private interface Reader<T> {
        T read(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    private static <T> T reads(InputStream part, Reader<T> reader) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var xml = factory.createXMLStreamReader(part);
            try {
                return reader.read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new IOException("malformed XML", e);
        }
    }

    private static String named(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("title")) {
                return xml.getElementText().strip();
            }
        }
        return "";
    }

    private boolean text(XMLStreamReader xml) throws XMLStreamException, IOException {
        var depth = 0;
        var skipped = 0;
        var inText = false;
        while (xml.hasNext() && !passages.isFull()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST || Thread.interrupted()) {
                        throw new SourceFailure(
                                ContentErrorCode.SOURCE_TOO_COMPLEX,
                                "the document is nested too deeply, or takes too long to read");
                    }
                    if (skipped > 0 || SKIPPED.contains(xml.getLocalName())) {
                        skipped++;
                    } else {
                        inText |= begin(xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (skipped > 0) {
                        skipped--;
                    } else if (isParagraph(xml.getLocalName())) {
                        end();
                        inText = false;
                    } else if (xml.getLocalName().equals("t")) {
                        inText = false;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && skipped == 0) {
                        paragraph.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    /** Whether the text that follows counts. In DOCX it stands in elements of its own, in ODT in the paragraph. */
    private boolean begin(XMLStreamReader xml) {
        var name = xml.getLocalName();
        switch (name) {
            case "pStyle" -> style(value(xml, "val"));
            case "outlineLvl" -> level(value(xml, "val"), 1);
            case "h" -> level(value(xml, "outline-level"), 0);
            case "br", "cr", "line-break", "tab", "s" -> paragraph.append(' ');
            default -> {}
        }
        if (isParagraph(name)) {
            isTitle = TITLE.matcher(value(xml, "style-name")).matches();
        }
        return name.equals("t") || isParagraph(name) && xml.getNamespaceURI().contains("opendocument");
    }

    private static boolean isParagraph(String name) {
        return name.equals("p") || name.equals("h");
    }

    private void style(String name) {
        isTitle = TITLE.matcher(name).matches();
        var heading = HEADING.matcher(name);
        if (heading.matches()) {
            level = Integer.parseInt(heading.group(1));
        }
    }

    private void level(String number, int add) {
        if (number.matches("[0-8]")) {
            level = Integer.parseInt(number) + add;
        }
    }

    private void end() {
        var text = paragraph.toString().strip();
        if (!text.isEmpty()) {
            if (isTitle || level == 1 && title == null && passages.isEmpty()) {
                title = title == null ? text : title;
            } else if (level > 0) {
                passages.heading(level, text);
            } else {
                passages.paragraph(text);
            }
        }
        paragraph.setLength(0);
        isTitle = false;
        level = 0;
    }

    private static String value(XMLStreamReader xml, String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
