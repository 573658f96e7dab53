package io.moneyprinter.ffmpeg;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** What files show of themselves without being decoded, where FFmpeg looks too much into it, or too little. */
final class Structure {

    private static final int GIF_END = 0x3b;

    /** Some programs fill a file up behind its end. */
    private static final int PADDING = 4_096;

    /** Chunks of a PNG that are packed, or may be. */
    private static final Set<String> PACKED = Set.of("iCCP", "zTXt", "iTXt");

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

    /**
     * Whether the words and the profile that a PNG carries beside its pixels have more than so many bytes when they are
     * unpacked, which FFmpeg would all do.
     */
    static boolean unpacksToMore(Path png, long max) {
        var left = max;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(png)))) {
            in.skipNBytes(8);
            while (left >= 0) {
                var length = in.readInt();
                var type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (length < 0) {
                    return false;
                }
                if (!PACKED.contains(type)) {
                    in.skipNBytes(length + 4L);
                } else if (length > max) {
                    return true;
                } else {
                    left -= unpacked(in.readNBytes(length), type, left);
                    in.skipNBytes(4);
                }
            }
            return true;
        } catch (EOFException end) {
            return left < 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + png, e);
        }
    }

    /** How many bytes there are, or one more than {@code max}. */
    private static long unpacked(byte[] chunk, String type, long max) throws IOException {
        var start = afterWord(chunk, 0) + 1;
        if (type.equals("iTXt")) {
            if (start > chunk.length || chunk[start - 1] == 0) {
                return 0;
            }
            start = afterWord(chunk, afterWord(chunk, start + 1));
        }
        if (start >= chunk.length) {
            return 0;
        }
        var total = 0L;
        var buffer = new byte[1 << 14];
        try (var in = new InflaterInputStream(new ByteArrayInputStream(chunk, start, chunk.length - start))) {
            for (var count = in.read(buffer); count >= 0 && total <= max; count = in.read(buffer)) {
                total += count;
            }
        } catch (ZipException | EOFException broken) {
            return Math.min(total, max + 1);
        }
        return Math.min(total, max + 1);
    }

    /** Where what follows a word and its zero begins. */
    private static int afterWord(byte[] chunk, int from) {
        var at = from;
        while (at < chunk.length && chunk[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
