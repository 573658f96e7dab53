package io.moneyprinter.materials.intake;

import io.moneyprinter.ffmpeg.MediaFormat;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Where files of pictures keep what their colours mean. What cannot be found is not there. */
final class EmbeddedProfile {

    /** Honest ones have some kilobytes, those of printers some megabytes. */
    private static final int LARGEST = 4 << 20;

    /** The number that video and modern pictures have for the primaries of Display P3. */
    private static final int P3 = 12;

    private static final int UNSAID = 2;

    private EmbeddedProfile() {}

    /** Empty where nothing is said, or what is said means the same. */
    static Optional<ColourProfile> of(Path file, MediaFormat format) {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var profile = switch (format) {
                case JPEG -> jpeg(in);
                case PNG -> png(in);
                case WEBP -> webp(in);
                case AVIF, HEIC -> heif(in);
                case MP4, MATROSKA, MP3, WAV, OGG, FLAC, GIF, APNG -> Optional.<ColourProfile>empty();
            };
            return profile.filter(found -> !found.isSrgb());
        } catch (EOFException cut) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** In pieces of at most 64 kilobytes, each of which says which it is, and of how many. */
    private static Optional<ColourProfile> jpeg(DataInputStream in) throws IOException {
        in.skipNBytes(2);
        var name = ascii("ICC_PROFILE\0");
        var pieces = new TreeMap<Integer, byte[]>();
        var total = 0;
        var size = 0;
        while (true) {
            var start = in.readUnsignedByte();
            var marker = in.readUnsignedByte();
            while (marker == 0xff) {
                marker = in.readUnsignedByte();
            }
            // Pixels follow, or what is no segment.
            if (start != 0xff || marker == 0xda || marker == 0xd9) {
                return joined(pieces, total);
            }
            var content = Math.max(0, in.readUnsignedShort() - 2);
            if (marker != 0xe2 || content < name.length + 2) {
                in.skipNBytes(content);
                continue;
            }
            var segment = in.readNBytes(content);
            size += segment.length;
            if (size > LARGEST || segment.length < content) {
                return Optional.empty();
            }
            if (startsWith(segment, name)) {
                total = segment[name.length + 1] & 0xff;
                pieces.putIfAbsent(
                        segment[name.length] & 0xff, Arrays.copyOfRange(segment, name.length + 2, segment.length));
            }
        }
    }

    private static Optional<ColourProfile> joined(TreeMap<Integer, byte[]> pieces, int total) {
        if (pieces.isEmpty() || pieces.size() != total) {
            return Optional.empty();
        }
        var all = new ByteArrayOutputStream();
        pieces.values().forEach(all::writeBytes);
        return ColourProfile.read(all.toByteArray());
    }

    private static Optional<ColourProfile> png(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        var found = Optional.<ColourProfile>empty();
        while (true) {
            var length = in.readInt();
            var type = word(in);
            if (length < 0 || type.equals("IDAT")) {
                return found;
            }
            if (type.equals("cICP") && length >= 4) {
                // A picture with both means this.
                return numbered(in.readUnsignedByte());
            }
            if (type.equals("iCCP") && length <= LARGEST) {
                found = unpacked(in.readNBytes(length)).flatMap(ColourProfile::read);
                in.skipNBytes(4);
            } else {
                in.skipNBytes(length + 4L);
            }
        }
    }

    /** What follows a name, and a byte that says how it is packed. */
    private static Optional<byte[]> unpacked(byte[] chunk) throws IOException {
        var end = 0;
        while (end < chunk.length && chunk[end] != 0) {
            end++;
        }
        if (end + 2 >= chunk.length) {
            return Optional.empty();
        }
        var packed = new ByteArrayInputStream(chunk, end + 2, chunk.length - end - 2);
        try (var inflater = new InflaterInputStream(packed)) {
            var profile = inflater.readNBytes(LARGEST + 1);
            return profile.length > LARGEST ? Optional.empty() : Optional.of(profile);
        } catch (ZipException | EOFException broken) {
            return Optional.empty();
        }
    }

    private static Optional<ColourProfile> webp(DataInputStream in) throws IOException {
        in.skipNBytes(12);
        while (true) {
            var type = word(in);
            var length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            // It comes before the pixels.
            if (type.equals("VP8 ") || type.equals("VP8L")) {
                return Optional.empty();
            }
            if (type.equals("ICCP")) {
                return length > LARGEST ? Optional.empty() : ColourProfile.read(in.readNBytes((int) length));
            }
            in.skipNBytes(length + length % 2);
        }
    }

    /** Among the properties of its pictures; the first one, since the others are of the same, or of what is not shown. */
    private static Optional<ColourProfile> heif(DataInputStream in) throws IOException {
        while (true) {
            var length = Integer.toUnsignedLong(in.readInt()) - 8;
            var type = word(in);
            if (length < 0) {
                return Optional.empty();
            }
            if (!type.equals("meta")) {
                in.skipNBytes(length);
                continue;
            }
            if (length > LARGEST) {
                return Optional.empty();
            }
            var meta = ByteBuffer.wrap(in.readNBytes((int) length));
            return colours(inside(
                    inside(meta.position(Math.min(4, meta.limit())).slice(), "iprp"), "ipco"));
        }
    }

    private static Optional<ColourProfile> colours(@Nullable ByteBuffer properties) {
        // The first one is the picture's own: brighter versions and the like, which come after it, have others.
        var numbered = Optional.<ColourProfile>empty();
        var isNumbered = false;
        var rest = properties;
        while (rest != null) {
            var colour = inside(rest, "colr");
            if (colour == null || colour.remaining() < 6) {
                return numbered;
            }
            var kind = new byte[4];
            colour.get(kind);
            switch (new String(kind, StandardCharsets.ISO_8859_1)) {
                case "prof", "rICC" -> {
                    var icc = new byte[colour.remaining()];
                    colour.get(icc);
                    var profile = ColourProfile.read(icc);
                    if (profile.isPresent() && !isNumbered) {
                        return profile;
                    }
                }
                case "nclx" -> {
                    var primaries = colour.getShort();
                    if (!isNumbered && primaries != UNSAID) {
                        isNumbered = true;
                        numbered = numbered(primaries);
                    }
                }
                default -> {}
            }
        }
        return numbered;
    }

    /** The next box of that type, behind which {@code boxes} stands then; null when there is none. */
    private static @Nullable ByteBuffer inside(@Nullable ByteBuffer boxes, String type) {
        while (boxes != null && boxes.remaining() >= 8) {
            var length = boxes.getInt() - 8;
            var name = new byte[4];
            boxes.get(name);
            if (length < 0 || length > boxes.remaining()) {
                return null;
            }
            var content = boxes.slice(boxes.position(), length);
            boxes.position(boxes.position() + length);
            if (new String(name, StandardCharsets.ISO_8859_1).equals(type)) {
                return content;
            }
        }
        return null;
    }

    private static Optional<ColourProfile> numbered(int primaries) {
        return primaries == P3 ? Optional.of(ColourProfile.DISPLAY_P3) : Optional.empty();
    }

    private static String word(DataInputStream in) throws IOException {
        var word = in.readNBytes(4);
        if (word.length < 4) {
            throw new EOFException();
        }
        return new String(word, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
