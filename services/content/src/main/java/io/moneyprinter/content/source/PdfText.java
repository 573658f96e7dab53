package io.moneyprinter.content.source;

import io.moneyprinter.content.ContentErrorCode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** The words of a PDF: lines put together to paragraphs, without what is on every page. */
final class PdfText {

    private static final int MOST_PAGES = 300;
    private static final long MOST_MEMORY = 32L << 20;
    private static final long MOST_DISK = 512L << 20;

    /** Fewer letters than this are stamps on pictures of pages. */
    private static final int FEWEST_LETTERS = 100;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "[\\W_]*(?:(?:page|seite|página|pagina|str\\.|p\\.)\\s*)?(?:\\d{1,4}|[ivxlc]{1,6})(?:\\s*(?:/|of|von|de|di)\\s*\\d{1,4})?[\\W_]*",
            Pattern.CASE_INSENSITIVE);

    /** Names of files, and what programs call a document that nobody named. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?:microsoft word -"
                    + " .*|untitled.*|unbenannt.*|document\\d*|.*\\.(?:docx?|odt|tex|dvi|indd|qxd|pdf|rtf)|[\\W\\d_]*)",
            Pattern.CASE_INSENSITIVE);

    private static final double HEADING = 1.12;
    private static final double SMALL_PRINT = 0.86;
    private static final int LONGEST_HEADING = 150;

    static {
        // What PDFBox notes of the fonts of this machine it would leave in the user's home.
        if (System.getProperty("pdfbox.fontcache") == null) {
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        }
    }

    private PdfText() {}

    /** @throws SourceFailure with a {@code SOURCE_…} or {@code DOCUMENT_…} code */
    static SourceText read(Path file) throws IOException {
        Deflated.check(file);
        var memory = MemoryUsageSetting.setupMixed(MOST_MEMORY, MOST_DISK).streamCache;
        try (var pdf = Loader.loadPDF(file.toFile(), "", null, null, memory)) {
            if (!pdf.getCurrentAccessPermission().canExtractContent()) {
                throw new SourceFailure(ContentErrorCode.DOCUMENT_ENCRYPTED, "the PDF forbids to copy its text");
            }
            var lines = new Lines();
            lines.read(pdf);
            var letters = lines.lines.stream()
                    .flatMapToInt(line -> line.text().codePoints())
                    .filter(Character::isLetter)
                    .count();
            if (letters < FEWEST_LETTERS) {
                throw new SourceFailure(
                        ContentErrorCode.SOURCE_EMPTY,
                        "the %d pages of the PDF are pictures without text; have their text recognised first"
                                .formatted(pdf.getNumberOfPages()));
            }
            return text(
                    withoutFurniture(lines.lines), pdf.getDocumentInformation().getTitle());
        } catch (InvalidPasswordException e) {
            throw new SourceFailure(ContentErrorCode.DOCUMENT_ENCRYPTED, "the PDF asks for a password");
        }
    }

    /**
     * A line as it is set.
     *
     * @param size of its letters, in points
     * @param begins whether a paragraph begins with it
     */
    private record Line(String text, int page, float size, boolean begins) {}

    private static final class Lines extends PDFTextStripper {

        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private float size;
        private boolean begins = true;

        void read(PDDocument pdf) throws IOException {
            setEndPage(MOST_PAGES);
            setSuppressDuplicateOverlappingText(true);
            writeText(pdf, Writer.nullWriter());
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (Thread.interrupted()) {
                throw new SourceFailure(ContentErrorCode.SOURCE_TOO_COMPLEX, "the PDF takes too long to read");
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            line.append(text);
            if (!positions.isEmpty()) {
                size = Math.max(size, positions.getFirst().getFontSizeInPt());
            }
        }

        @Override
        protected void writeWordSeparator() {
            line.append(' ');
        }

        @Override
        protected void writeLineSeparator() {
            end();
        }

        @Override
        protected void writeParagraphStart() {
            end();
            begins = true;
        }

        @Override
        protected void writeParagraphEnd() {
            end();
        }

        @Override
        protected void endPage(PDPage page) {
            end();
            begins = true;
        }

        private void end() {
            var text = line.toString().strip();
            if (!text.isEmpty()) {
                lines.add(new Line(text, getCurrentPageNo(), size, begins));
                begins = false;
            }
            line.setLength(0);
            size = 0;
        }
    }

    /** Running heads and page numbers. */
    private static List<Line> withoutFurniture(List<Line> lines) {
        var pages = new HashMap<String, Map<Integer, Boolean>>();
        lines.forEach(line -> pages.computeIfAbsent(furniture(line), absent -> new HashMap<>())
                .put(line.page(), true));
        var all = lines.isEmpty() ? 0 : lines.getLast().page();
        return lines.stream()
                .filter(line -> !PAGE_NUMBER.matcher(line.text()).matches())
                .filter(line -> pages.getOrDefault(furniture(line), Map.of()).size() < Math.max(3, all / 3.0))
                .toList();
    }

    private static String furniture(Line line) {
        return line.text().replaceAll("\\d+", "#");
    }

    private static SourceText text(List<Line> lines, @Nullable String named) {
        var body = bodySize(lines);
        var largest = lines.stream()
                .filter(line -> line.page() == 1 && line.text().length() < LONGEST_HEADING)
                .max((one, other) -> Float.compare(one.size(), other.size()))
                .filter(line -> line.size() > body * HEADING);
        var title = new StringBuilder();
        var passages = new Passages();
        var paragraph = new StringBuilder();
        for (var line : lines) {
            if (largest.isPresent()
                    && line.page() == 1
                    && line.size() == largest.get().size()) {
                title.append(title.isEmpty() ? "" : " ").append(line.text());
            } else if (line.size() > body * HEADING && line.text().length() < LONGEST_HEADING) {
                flush(paragraph, passages);
                passages.heading(2, line.text());
            } else if (line.size() >= body * SMALL_PRINT) {
                if (line.begins() && !goesOn(paragraph, line.text())) {
                    flush(paragraph, passages);
                }
                join(paragraph, line.text());
            }
        }
        flush(paragraph, passages);
        var good = named != null
                && named.strip().length() > 4
                && !NO_TITLE.matcher(named.strip()).matches();
        return passages.toText(good ? named : title.toString(), null);
    }

    private static void flush(StringBuilder paragraph, Passages passages) {
        passages.paragraph(paragraph.toString());
        paragraph.setLength(0);
    }

    /** Whether a paragraph that a page, a column or a picture interrupts goes on with this line. */
    private static boolean goesOn(StringBuilder paragraph, String line) {
        return !paragraph.isEmpty()
                && Character.isLowerCase(line.codePointAt(0))
                && !paragraph.toString().matches("(?s).*[.!?:]$");
    }

    private static void join(StringBuilder paragraph, String line) {
        if (paragraph.isEmpty()) {
            paragraph.append(line);
            return;
        }
        var last = paragraph.charAt(paragraph.length() - 1);
        var first = line.codePointAt(0);
        if (last == '\u00ad'
                || last == '-'
                        && Character.isLowerCase(first)
                        && paragraph.length() > 1
                        && Character.isLetter(paragraph.charAt(paragraph.length() - 2))) {
            paragraph.setLength(paragraph.length() - 1);
        } else if (!Character.isIdeographic(last) && !Character.isIdeographic(first)) {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }

    /** The size that most letters have. */
    private static float bodySize(List<Line> lines) {
        var letters = new HashMap<Float, Integer>();
        lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }
}
