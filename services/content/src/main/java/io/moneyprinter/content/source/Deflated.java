package io.moneyprinter.content.source;

import io.moneyprinter.content.ContentErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds bombs in a PDF before anybody unpacks it: whoever reads a PDF unpacks its streams into memory, as large as they
 * turn out to be.
 */
final class Deflated {

    /** More than any page of text or font has. */
    private static final long LARGEST_STREAM = 128L << 20;

    private static final long LARGEST_SUM = 1L << 30;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private Deflated() {}

    /** @throws SourceFailure {@code SOURCE_TOO_COMPLEX} */
    static void check(Path file) throws IOException {
        var pdf = Files.readAllBytes(file);
        var sum = 0L;
        for (var at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            sum += unpackedSize(pdf, at);
            if (sum > LARGEST_SUM) {
                throw tooLarge();
            }
        }
    }

    /** Where the next stream's bytes begin; -1 for nowhere. */
    private static int next(byte[] pdf, int from) {
        for (var at = from; at < pdf.length - STREAM.length - 2; at++) {
            if (pdf[at] == 's' && isStream(pdf, at) && (at < 3 || pdf[at - 1] != 'd')) {
                var after = at + STREAM.length;
                return pdf[after] == '\r' ? after + 2 : after + 1;
            }
        }
        return -1;
    }

    private static boolean isStream(byte[] pdf, int at) {
        for (var i = 0; i < STREAM.length; i++) {
            if (pdf[at + i] != STREAM[i]) {
                return false;
            }
        }
        return pdf[at + STREAM.length] == '\r' || pdf[at + STREAM.length] == '\n';
    }

    private static long unpackedSize(byte[] pdf, int at) throws SourceFailure {
        var buffer = new byte[64 * 1024];
        try (var inflater = new Inflater()) {
            inflater.setInput(pdf, at, pdf.length - at);
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                if (!unpacks(inflater, buffer)) {
                    break;
                }
                if (inflater.getBytesWritten() > LARGEST_STREAM) {
                    throw tooLarge();
                }
            }
            return inflater.getBytesWritten();
        }
    }

    /** Not for what is not deflated, or damaged: that is as long as it got. */
    private static boolean unpacks(Inflater inflater, byte[] buffer) {
        try {
            return inflater.inflate(buffer) > 0;
        } catch (DataFormatException end) {
            return false;
        }
    }

    private static SourceFailure tooLarge() {
        return new SourceFailure(
                ContentErrorCode.SOURCE_TOO_COMPLEX, "the PDF unpacks to more than %d bytes".formatted(LARGEST_STREAM));
    }
}
