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

    private static byte[] chunk(byte[] typeAndData) {
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
}
