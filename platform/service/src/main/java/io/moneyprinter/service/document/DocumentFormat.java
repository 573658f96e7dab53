package io.moneyprinter.service.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The documents that can be read, known by their bytes and not by their names. */
public enum DocumentFormat {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ODT("application/vnd.oasis.opendocument.text"),
    EPUB("application/epub+zip");

    /** A PDF may begin a little later: some servers put a line before it. */
    private static final int HEAD = 1024;

    private static final String ARCHIVE = "PK\u0003\u0004";

    private final String mimeType;

    DocumentFormat(String mimeType) {
        this.mimeType = mimeType;
    }

    public String mimeType() {
        return mimeType;
    }

    /** Without dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a file, null when it is none of these. */
    public static @Nullable DocumentFormat of(Path file) throws IOException {
        var text = head(file);
        if (text.contains("%PDF-")) {
            return PDF;
        }
        return text.startsWith(ARCHIVE) ? ofZip(file) : null;
    }

    /** Whether the list of what is in the file has to be read to know its format. */
    public static boolean isArchive(Path file) throws IOException {
        return head(file).startsWith(ARCHIVE);
    }

    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }

    private static @Nullable DocumentFormat ofZip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("word/document.xml") != null) {
                return DOCX;
            }
            var type = zip.getEntry("mimetype");
            if (type == null) {
                return null;
            }
            try (var in = zip.getInputStream(type)) {
                var mimeType = new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip();
                return mimeType.equals(ODT.mimeType) ? ODT : mimeType.equals(EPUB.mimeType) ? EPUB : null;
            }
        } catch (ZipException damaged) {
            return null;
        }
    }
}
