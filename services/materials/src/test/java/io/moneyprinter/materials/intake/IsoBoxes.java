package io.moneyprinter.materials.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The boxes that MP4, HEIC and AVIF files are made of. */
final class IsoBoxes {

    private IsoBoxes() {}

    static byte[] box(String type, byte[]... parts) {
        var content = concat(parts);
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(ascii(type))
                .put(content)
                .array();
    }

    /** A box with a version. */
    static byte[] full(String type, int version, byte[]... parts) {
        return box(type, ints(version << 24), concat(parts));
    }

    /** The content of the first box at that path. */
    static byte[] find(byte[] boxes, String... path) {
        var found = new byte[1][];
        edit(
                boxes,
                content -> {
                    found[0] = content;
                    return content;
                },
                path);
        if (found[0] == null) {
            throw new IllegalArgumentException("no box at " + Arrays.toString(path));
        }
        return found[0];
    }

    /** The boxes with the content of those at that path changed; where a change is null, they are gone. */
    static byte[] edit(byte[] boxes, UnaryOperator<byte[]> change, String... path) {
        var edited = new ByteArrayOutputStream();
        var buffer = ByteBuffer.wrap(boxes);
        for (var at = 0; at + 8 <= boxes.length; ) {
            var size = buffer.getInt(at);
            var type = new String(boxes, at + 4, 4, StandardCharsets.ISO_8859_1);
            var content = Arrays.copyOfRange(boxes, at + 8, at + size);
            if (!type.equals(path[0])) {
                edited.writeBytes(Arrays.copyOfRange(boxes, at, at + size));
            } else if (path.length == 1) {
                var changed = change.apply(content);
                if (changed != null) {
                    edited.writeBytes(box(type, changed));
                }
            } else {
                var skip = header(type);
                edited.writeBytes(box(
                        type,
                        Arrays.copyOf(content, skip),
                        edit(
                                Arrays.copyOfRange(content, skip, content.length),
                                change,
                                Arrays.copyOfRange(path, 1, path.length))));
            }
            at += size;
        }
        return edited.toByteArray();
    }

    /** What comes before the boxes in a box. */
    private static int header(String type) {
        return switch (type) {
            case "meta" -> 4;
            case "stsd", "dref" -> 8;
            case "hvc1", "avc1" -> 78;
            default -> 0;
        };
    }

    static byte[] ints(int... values) {
        var buffer = ByteBuffer.allocate(4 * values.length);
        for (var value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    static byte[] shorts(int... values) {
        var buffer = ByteBuffer.allocate(2 * values.length);
        for (var value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
