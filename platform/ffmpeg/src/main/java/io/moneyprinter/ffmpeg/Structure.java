package io.moneyprinter.ffmpeg;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What files show of themselves without being decoded, where FFmpeg looks too much into it, or too little. */
final class Structure {

    private static final int GIF_END = 0x3b;

    /** Some programs fill a file up behind its end. */
    private static final int PADDING = 4_096;

    private Structure() {}

    /** Whether a GIF ends as it should: FFmpeg shows what is left of one that was cut. */
    static boolean hasGifEnd(Path file) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var last = in.length() - 1;
            for (var at = last; at > Math.max(0, last - PADDING); at--) {
                in.seek(at);
                var value = in.read();
                if (value != 0) {
                    return value == GIF_END;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Whether an ISO media file has more than so many boxes, which FFmpeg would all read before anything else. */
    static boolean hasMoreBoxes(Path file, int max) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var at = 0L;
            for (var boxes = 0; boxes <= max; boxes++) {
                if (at + 16 > in.length()) {
                    return false;
                }
                in.seek(at);
                var size = Integer.toUnsignedLong(in.readInt());
                if (size == 1) {
                    in.readInt();
                    size = in.readLong();
                }
                if (size < 8 || size > in.length()) {
                    return false;
                }
                at += size;
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
