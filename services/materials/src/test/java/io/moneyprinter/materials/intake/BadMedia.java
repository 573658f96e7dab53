package io.moneyprinter.materials.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Files that no honest program writes, byte by byte. */
final class BadMedia {

    private BadMedia() {}

    /** A valid header for a picture that would need gigabytes. */
    static byte[] png(int width, int height) throws IOException {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 0, 0, 0, 0});
        var pixels = new ByteArrayOutputStream();
        pixels.writeBytes("IDAT".getBytes(StandardCharsets.US_ASCII));
        try (var deflater = new DeflaterOutputStream(pixels)) {
            deflater.write(new byte[1_000]);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        file.writeBytes(chunk(header.array()));
        file.writeBytes(chunk(pixels.toByteArray()));
        file.writeBytes(chunk("IEND".getBytes(StandardCharsets.US_ASCII)));
        return file.toByteArray();
    }

    static byte[] chunk(byte[] typeAndData) {
        var crc = new CRC32();
        crc.update(typeAndData);
        return ByteBuffer.allocate(typeAndData.length + 8)
                .putInt(typeAndData.length - 4)
                .put(typeAndData)
                .putInt((int) crc.getValue())
                .array();
    }

    /** Mono sound at 48 kHz whose header claims another size than it has. */
    static byte[] wav(int claimed, int samples) {
        return ByteBuffer.allocate(44 + 2 * samples)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(claimed)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(48_000)
                .putInt(96_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(claimed)
                .array();
    }

    /** So many tracks, and nothing in them. */
    static byte[] matroska(int tracks) {
        var entries = new ByteArrayOutputStream();
        for (var i = 1; i <= tracks; i++) {
            var entry = new ByteArrayOutputStream();
            entry.writeBytes(element(0xd7, ByteBuffer.allocate(4).putInt(i).array()));
            entry.writeBytes(element(0x73c5, ByteBuffer.allocate(4).putInt(i).array()));
            entry.writeBytes(element(0x83, new byte[] {2}));
            entry.writeBytes(element(0x86, "A_PCM/INT/LIT".getBytes(StandardCharsets.US_ASCII)));
            entry.writeBytes(element(0xe1, element(0x6264, new byte[] {16})));
            entries.writeBytes(element(0xae, entry.toByteArray()));
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(element(0x1a45dfa3, element(0x4282, "matroska".getBytes(StandardCharsets.US_ASCII))));
        file.writeBytes(element(0x18538067, element(0x1654ae6b, entries.toByteArray())));
        return file.toByteArray();
    }

    /** An EBML element with a size of eight bytes. */
    private static byte[] element(int id, byte[] content) {
        var name = ByteBuffer.allocate(4).putInt(id).array();
        var skip = Integer.numberOfLeadingZeros(id) / 8;
        return ByteBuffer.allocate(4 - skip + 8 + content.length)
                .put(name, skip, 4 - skip)
                .putLong(0x01L << 56 | content.length)
                .put(content)
                .array();
    }

    /**
     * A GIF whose pictures have one pixel each, 23 bytes a picture.
     *
     * @param delay hundredths of a second
     */
    static byte[] gif(int width, int height, int pictures, int delay) {
        var file = ByteBuffer.allocate(13 + 6 + 23 * pictures + 1).order(ByteOrder.LITTLE_ENDIAN);
        file.put("GIF89a".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) width)
                .putShort((short) height);
        file.put(new byte[] {(byte) 0x80, 0, 0}).put(new byte[] {0, 0, 0, 120, 120, 120});
        for (var i = 0; i < pictures; i++) {
            file.put(new byte[] {0x21, (byte) 0xf9, 4, 0})
                    .putShort((short) delay)
                    .put(new byte[] {0, 0});
            // One pixel at the top left; black, then grey, then black.
            file.put((byte) 0x2c)
                    .putInt(0)
                    .putShort((short) 1)
                    .putShort((short) 1)
                    .put((byte) 0);
            file.put(new byte[] {2, 2, (byte) (i % 2 == 0 ? 0x44 : 0x4c), 1, 0});
        }
        return file.put((byte) 0x3b).array();
    }

    /** A lossless WebP of the largest size that is possible. */
    static byte[] webpBomb() {
        var picture = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        picture.put((byte) 0x2f).putInt(16_382 | 16_382 << 14);
        return ByteBuffer.allocate(20 + 64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + 64)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(64)
                .put(picture.array())
                .array();
    }

    /** The JPEG with another size in its header. */
    static byte[] jpegOf(byte[] jpeg, int width, int height) {
        var other = jpeg.clone();
        for (var at = 2; at + 9 < other.length; ) {
            var marker = other[at + 1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xc2) {
                ByteBuffer.wrap(other).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return other;
            }
            at += 2 + (ByteBuffer.wrap(other).getShort(at + 2) & 0xffff);
        }
        throw new IllegalArgumentException("no frame in the JPEG");
    }

    /** The Matroska file with another duration in its header. */
    static byte[] matroskaOf(byte[] file, double millis) {
        var other = file.clone();
        for (var at = 0; at + 11 < other.length; at++) {
            if (other[at] == 0x44 && (other[at + 1] & 0xff) == 0x89 && (other[at + 2] & 0xff) == 0x88) {
                ByteBuffer.wrap(other).putDouble(at + 3, millis);
                return other;
            }
        }
        throw new IllegalArgumentException("no duration in the Matroska file");
    }

    /** The last fragment of a fragmented MP4 again and again. */
    static byte[] repeated(byte[] fragmented, int times) {
        var buffer = ByteBuffer.wrap(fragmented);
        var fragment = 0;
        var end = 0;
        for (var at = 0; at + 8 <= fragmented.length; at += buffer.getInt(at)) {
            var type = new String(fragmented, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("moof")) {
                fragment = at;
            }
            if (type.equals("mdat")) {
                end = at + buffer.getInt(at);
            }
        }
        var file = new ByteArrayOutputStream();
        file.write(fragmented, 0, fragment);
        for (var i = 0; i < times; i++) {
            file.write(fragmented, fragment, end - fragment);
        }
        return file.toByteArray();
    }

    /** A tag as players write it before the sound. */
    static byte[] id3(byte[] cover) {
        var frame = ByteBuffer.allocate(10 + 14 + cover.length)
                .put("APIC".getBytes(StandardCharsets.US_ASCII))
                .put(syncSafe(14 + cover.length))
                .putShort((short) 0)
                .put((byte) 0)
                .put("image/jpeg\0".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {3, 0})
                .put(cover);
        return ByteBuffer.allocate(10 + frame.capacity())
                .put(new byte[] {'I', 'D', '3', 4, 0, 0})
                .put(syncSafe(frame.capacity()))
                .put(frame.array())
                .array();
    }

    /** Seven bits a byte. */
    private static byte[] syncSafe(int value) {
        return new byte[] {
            (byte) (value >> 21 & 0x7f), (byte) (value >> 14 & 0x7f), (byte) (value >> 7 & 0x7f), (byte) (value & 0x7f)
        };
    }
}
