package io.moneyprinter.ffmpeg;

import io.moneyprinter.problem.CodedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The containers that are accepted from outside, known by their first bytes. A file is opened with the demuxer of its
 * format and no other: left to guess, FFmpeg would follow a playlist that calls itself {@code .mp4} to other files.
 */
public enum MediaFormat {
    MP4("mov", "video/mp4", "mp4", "m4v", "mov", "m4a"),
    MATROSKA("matroska", "video/webm", "mkv", "webm"),
    MP3("mp3", "audio/mpeg", "mp3"),
    WAV("wav", "audio/wav", "wav"),
    OGG("ogg", "audio/ogg", "ogg", "oga", "opus"),
    FLAC("flac", "audio/flac", "flac"),
    PNG("png_pipe", "image/png", "png"),
    JPEG("jpeg_pipe", "image/jpeg", "jpg", "jpeg"),
    WEBP("webp_pipe", "image/webp", "webp"),
    /** A picture, or several that move. */
    GIF("gif", "image/gif", "gif"),
    /** A PNG whose pictures move. */
    APNG("apng", "image/apng", "apng", "png"),
    AVIF("mov", "image/avif", "avif"),
    HEIC("mov", "image/heic", "heic", "heif");

    /** Of ISO media files that play; pictures share the container. */
    private static final Set<String> BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "M4V ",
            "M4VH", "M4VP", "M4A ", "qt  ", "mmp4", "MSNV", "dash", "3gp4", "3gp5", "3gp6", "XAVC", "f4v ", "M4B ");

    private static final Set<String> AVIF_BRANDS = Set.of("avif");
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix");

    /** The brand of all still pictures; those after it say how they are coded. */
    private static final String ANY_PICTURE = "mif1";

    private static final int PNG_CHUNKS = 8;

    /** How many bytes {@link #sniff} wants to see: a PNG says that it moves before its first pixels. */
    static final int HEAD = 1 << 16;

    private final String demuxer;
    private final String mimeType;
    private final List<String> extensions;

    MediaFormat(String demuxer, String mimeType, String... extensions) {
        this.demuxer = demuxer;
        this.mimeType = mimeType;
        this.extensions = List.of(extensions);
    }

    /** The name that FFmpeg has for it. */
    public String demuxer() {
        return demuxer;
    }

    public String mimeType() {
        return mimeType;
    }

    /** Names that fit the format, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** Whether it holds one picture, whatever else it holds. */
    boolean isImage() {
        return switch (this) {
            case PNG, JPEG, WEBP, AVIF, HEIC -> true;
            case MP4, MATROSKA, MP3, WAV, OGG, FLAC, GIF, APNG -> false;
        };
    }

    /** Whether it holds one picture or many. */
    boolean mayMove() {
        return this == GIF || this == APNG;
    }

    /** Whether a picture may come in tiles, each a stream of its own. */
    boolean mayBeTiled() {
        return this == AVIF || this == HEIC;
    }

    public boolean fits(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    /**
     * The format that the name of a file says, which is the truth for files that we have named.
     *
     * @throws CodedException {@code MEDIA_UNSUPPORTED}
     */
    public static MediaFormat of(Path file) {
        var name = String.valueOf(file.getFileName());
        var extension = name.substring(name.lastIndexOf('.') + 1);
        for (var format : values()) {
            if (format.fits(extension)) {
                return format;
            }
        }
        throw new CodedException(
                FfmpegErrorCode.MEDIA_UNSUPPORTED, "%s has the name of no accepted format".formatted(name));
    }

    /** The format that the first bytes of a file promise; null for all others. */
    static @Nullable MediaFormat sniff(byte[] head) {
        if (head.length < 12) {
            return null;
        }
        if (has(head, 4, "ftyp")) {
            return ofBrand(head);
        }
        if (has(head, 0, "RIFF")) {
            return has(head, 8, "WAVE") ? WAV : webp(head);
        }
        if (starts(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return moves(head) ? APNG : PNG;
        }
        if (has(head, 0, "GIF8")) {
            return GIF;
        }
        if (starts(head, 0xff, 0xd8, 0xff)) {
            return JPEG;
        }
        if (starts(head, 0x1a, 0x45, 0xdf, 0xa3)) {
            return MATROSKA;
        }
        if (has(head, 0, "OggS")) {
            return OGG;
        }
        if (has(head, 0, "fLaC")) {
            return FLAC;
        }
        var frameHeader = starts(head, 0xff) && (head[1] & 0xe6) == 0xe2;
        return frameHeader || has(head, 0, "ID3") ? MP3 : null;
    }

    private static @Nullable MediaFormat ofBrand(byte[] head) {
        var brand = text(head, 8);
        if (BRANDS.contains(brand)) {
            return MP4;
        }
        var size = ByteBuffer.wrap(head).getInt();
        for (var at = 16; brand.equals(ANY_PICTURE) && at + 4 <= Math.min(size, head.length); at += 4) {
            brand = text(head, at);
        }
        return AVIF_BRANDS.contains(brand) ? AVIF : HEIC_BRANDS.contains(brand) ? HEIC : null;
    }

    /** The chunk that announces an animation comes before the pixels. */
    private static boolean moves(byte[] png) {
        var chunks = ByteBuffer.wrap(png);
        for (var at = PNG_CHUNKS; at >= PNG_CHUNKS && at + 8 <= png.length; ) {
            if (has(png, at + 4, "acTL")) {
                return true;
            }
            if (has(png, at + 4, "IDAT")) {
                return false;
            }
            var length = chunks.getInt(at);
            at = length < 0 || length > png.length ? png.length : at + 12 + length;
        }
        return false;
    }

    /** Still pictures only: the animation flag of an extended header is bit 1. */
    private static @Nullable MediaFormat webp(byte[] head) {
        var animated = head.length > 20 && has(head, 12, "VP8X") && (head[20] & 2) != 0;
        return has(head, 8, "WEBP") && !animated ? WEBP : null;
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (var i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(byte[] head, int at, String text) {
        return head.length >= at + 4 && text(head, at).startsWith(text);
    }

    private static String text(byte[] head, int at) {
        return new String(Arrays.copyOfRange(head, at, at + 4), StandardCharsets.ISO_8859_1);
    }
}
