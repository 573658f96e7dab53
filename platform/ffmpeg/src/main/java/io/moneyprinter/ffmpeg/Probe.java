package io.moneyprinter.ffmpeg;

import static io.moneyprinter.ffmpeg.FfmpegErrorCode.MEDIA_DAMAGED;
import static io.moneyprinter.ffmpeg.FfmpegErrorCode.MEDIA_TOO_LARGE;
import static io.moneyprinter.ffmpeg.FfmpegErrorCode.MEDIA_UNSUPPORTED;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.timeline.FrameRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks into files, those of strangers included: the format is known by its bytes before FFmpeg sees the file, only
 * that demuxer and well-known decoders are allowed, and the process sees little and may do little.
 */
public final class Probe {

    private static final String DECODERS =
            "h264,hevc,vp8,vp9,libvpx,libvpx-vp9,libaom-av1,libdav1d,aac,mp3,mp3float,opus,"
                    + "libopus,vorbis,flac,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_u8,mjpeg,png,apng,gif,webp,prores";

    /** Words are of no use, but ffprobe gives up where one of the streams may not be decoded. */
    private static final String DECODERS_OF_LOOKS = DECODERS + ",srt,subrip,ass,ssa,webvtt,mov_text,text";

    private static final Set<String> FIELD_ORDERS = Set.of("tt", "bb", "tb", "bt");
    private static final int MAX_STREAMS = 16;

    /** Live recordings have about two boxes for every half second. */
    private static final int MAX_BOXES = 10_000;

    /** The largest picture that is accepted has 127 tiles of the usual size, and a few others beside it. */
    private static final int MAX_TILES = 160;

    private static final long ADDRESSES_OF_TILES = 16L << 30;

    /** The size of the picture that tiles make together. */
    private static final String TILES = "tiles";

    /** How many packets are decoded for a look, from all streams. */
    private static final int FRAMES = 8;

    /** Of all pictures of an animation together: a minute in high definition. */
    private static final long MAX_MOVING_PIXELS = 4_000_000_000L;

    private static final double USUAL_RATE = 60;
    private static final long PIXELS_LIKE_A_SECOND_OF_SOUND = 1_000_000;
    private static final Duration ROUNDING = Duration.ofMillis(100);

    private final FfmpegBinaries binaries;
    private final Supervisor supervisor;
    private final Sandbox sandbox;

    Probe(FfmpegBinaries binaries, Supervisor supervisor, Sandbox sandbox) {
        this.binaries = binaries;
        this.supervisor = supervisor;
        this.sandbox = sandbox;
    }

    /**
     * What {@code file} holds, if it is as expected.
     *
     * @throws CodedException {@code MEDIA_UNSUPPORTED}, {@code MEDIA_DAMAGED} or {@code MEDIA_TOO_LARGE}, with a
     *     detail that is meant for the person who gave the file
     */
    public MediaInfo inspect(Path file, Expected expected) {
        var format = format(file, expected);
        var answer = ask(file, format, expected);
        var info = info(file, format, answer);
        check(info, expected, size(file));
        return info;
    }

    /** Whether {@code file} begins as one of the accepted formats. */
    public boolean knows(Path file) {
        return MediaFormat.sniff(head(file)) != null;
    }

    /**
     * Decodes the whole file and refuses it at the first error. For files that will be used: a probe reads headers
     * only, and FFmpeg shows what is left of a file that was cut short without complaint. What takes more time or
     * memory than its headers explain is ended.
     *
     * @throws CodedException {@code MEDIA_DAMAGED}, or {@code MEDIA_TOO_LARGE} where there is more than {@code info}
     *     says
     */
    public void decode(Path file, MediaInfo info, Expected expected) {
        var command = new ArrayList<String>();
        command.add(binaries.ffmpeg().toString());
        // A warning says when the length of an MP3 file is only estimated.
        var words = info.format() == MediaFormat.MP3 ? "warning" : "error";
        command.addAll(List.of("-nostdin", "-hide_banner", "-v", words, "-xerror", "-threads", "1"));
        command.addAll(List.of("-progress", "pipe:1", "-nostats"));
        command.addAll(List.of("-err_detect", "explode"));
        command.addAll(openingOptions(info.format()));
        command.addAll(List.of("-i", "file:" + sandbox.path(file)));
        command.addAll(
                List.of("-map", info.kind() == MediaInfo.Kind.AUDIO ? "0:a:0" : info.tiled() ? "0:g:0" : "0:v:0"));
        if (info.kind() == MediaInfo.Kind.VIDEO) {
            command.addAll(List.of("-map", "0:a:0?"));
        }
        // One more than is accepted shows that there is more.
        var longest = expected.maxDuration(info.kind());
        if (info.kind() == MediaInfo.Kind.VIDEO) {
            command.addAll(List.of("-frames:v", Integer.toString(expected.maxFrames() + 1)));
        }
        if (info.kind() != MediaInfo.Kind.IMAGE) {
            command.addAll(List.of("-t", Long.toString(longest.toSeconds() + 1)));
        }
        if (info.kind() != MediaInfo.Kind.AUDIO) {
            command.addAll(List.of("-fps_mode", "passthrough"));
        }
        command.addAll(List.of("-dn", "-sn", "-f", "null", "-"));
        var progress = new Progress[] {Progress.NONE};
        var exit = look(file, command, decoding(info), line -> progress[0] = progress[0].after(line));
        checkSpent(exit);
        if (progress[0].frame() > expected.maxFrames() || progress[0].outTime().compareTo(longest) > 0) {
            throw new CodedException(
                    MEDIA_TOO_LARGE,
                    "the file holds more than it says (expected: at most %d pictures and %d seconds)"
                            .formatted(expected.maxFrames(), longest.toSeconds()));
        }
        // FFmpeg is content with a Matroska file that ends in the middle.
        if (exit.code() != 0 || exit.log().contains(FailureCause.CUT_SHORT)) {
            throw new CodedException(
                    MEDIA_DAMAGED, "the file cannot be decoded to its end: " + reason(exit.log(), file));
        }
        // FFmpeg cannot tell an MP3 file that was cut short from a whole one, but its first frame can.
        var claimed = info.format() == MediaFormat.MP3 && !exit.log().contains("Estimating duration");
        if (claimed && progress[0].outTime().plus(ROUNDING).compareTo(info.duration()) < 0) {
            throw new CodedException(
                    MEDIA_DAMAGED,
                    "the file ends after %s (expected: %s)".formatted(progress[0].outTime(), info.duration()));
        }
    }

    private static Limits decoding(MediaInfo info) {
        var seconds = info.duration().toMillis() / 1_000.0;
        var rate = info.frameRate();
        return switch (info.kind()) {
            case IMAGE -> {
                var limits = Limits.decoding((long) info.width() * info.height(), 1);
                // Every tile has a thread of its own, which reserves room and does not fill it.
                yield info.tiled() ? limits.withAddresses(ADDRESSES_OF_TILES) : limits;
            }
            case VIDEO ->
                Limits.decoding(
                        (long) info.width() * info.height(),
                        2 + seconds * (rate == null ? USUAL_RATE : (double) rate.numerator() / rate.denominator()));
            case AUDIO -> Limits.decoding(PIXELS_LIKE_A_SECOND_OF_SOUND, 2 + seconds);
        };
    }

    /** An honest file needs less. */
    private static void checkSpent(Supervisor.Exit exit) {
        if (exit.code() == 0 && !exit.timedOut()) {
            return;
        }
        // What ends for a signal says so only where it says everything.
        var silenced = exit.code() == 255 && exit.log().isBlank();
        switch (silenced ? FailureCause.CPU_LIMIT : FailureCause.of(exit.code(), exit.timedOut(), exit.log())) {
            case TIMED_OUT, CPU_LIMIT, MEMORY_LIMIT ->
                throw new CodedException(
                        MEDIA_TOO_LARGE, "the file takes more time or memory to read than files of its kind do");
            case KILLED -> throw new CodedException(FfmpegErrorCode.FFMPEG_KILLED, "reading the file was ended");
            case CRASHED, FILE_LIMIT, STORAGE_FULL, SOURCE_DAMAGED, OTHER -> {}
        }
    }

    /**
     * A file that was found to be as expected, to be read with the same care as when it was looked into, and with all
     * that is transparent.
     */
    public static Input input(Path file, MediaInfo info) {
        var input = input(file, info.format());
        for (var option : SourcePictures.decoder(Objects.requireNonNullElse(info.videoCodec(), ""), info.alpha())) {
            input = input.with(option);
        }
        // Each tile has a decoder of its own, and the picture as many threads as there are tiles.
        return info.tiled() ? input.with("threads", 1) : input;
    }

    /**
     * A file from the store, to be read with the same care as when it was looked into. Its name says its format, for
     * the store named it so when it was found to be that; no look is needed.
     *
     * @throws CodedException {@code MEDIA_UNSUPPORTED}
     */
    public static Input input(Path file) {
        return input(file, MediaFormat.of(file));
    }

    private static Input input(Path file, MediaFormat format) {
        var opening = openingOptions(format);
        var input = Input.of(file);
        for (var i = 0; i < opening.size(); i += 2) {
            input = input.with(opening.get(i).substring(1), opening.get(i + 1));
        }
        return input;
    }

    /** The exact number of pictures in a file of ours, by counting packets. */
    public long countFrames(Path file) {
        var answer = own(file, List.of("-count_packets", "-select_streams", "v:0"), "stream=nb_read_packets");
        return answer.whole("streams.0.nb_read_packets", 0);
    }

    /** A digest of what the header of a file of ours says to the decoder of its pictures. */
    public String decoderHeader(Path file) {
        var options = List.of("-select_streams", "v:0", "-show_data_hash", "sha256");
        return own(file, options, "stream=extradata_hash").facts().getOrDefault("streams.0.extradata_hash", "");
    }

    /** Any facts about a file of ours, as ffprobe's {@code -show_entries} names them. */
    public ProbeAnswer facts(Path file, String entries) {
        return own(file, List.of(), entries);
    }

    private ProbeAnswer own(Path file, List<String> options, String entries) {
        var command = new ArrayList<String>();
        command.add(binaries.ffprobe().toString());
        command.addAll(List.of("-v", "error", "-hide_banner", "-protocol_whitelist", "file"));
        command.addAll(options);
        command.addAll(List.of("-show_entries", entries, "-of", ProbeAnswer.FORMAT, "-i", "file:" + file));
        var lines = new ArrayList<String>();
        var exit = supervisor.run(command, binaries.environment(), Limits.LOOK, lines::add, new Stop());
        if (exit.code() != 0) {
            throw new CodedException(FfmpegErrorCode.FFMPEG_FAILED, "cannot probe %s: %s".formatted(file, exit.log()));
        }
        return ProbeAnswer.parse(lines);
    }

    private Supervisor.Exit look(Path file, List<String> command, Limits limits, Consumer<String> line) {
        return supervisor.run(sandbox.look(file, command), binaries.environment(), limits, line, new Stop());
    }

    private static MediaFormat format(Path file, Expected expected) {
        var size = size(file);
        if (size == 0) {
            throw new CodedException(MEDIA_DAMAGED, "the file is empty");
        }
        var head = head(file);
        var format = MediaFormat.sniff(head);
        if (format == null) {
            throw new CodedException(
                    MEDIA_UNSUPPORTED,
                    "the content is none of the accepted formats (MP4, MOV, WebM, MKV, MP3, WAV, OGG,"
                            + " FLAC, PNG, JPEG, WebP, GIF, AVIF, HEIC)");
        }
        var extension = expected.extension();
        if (extension != null && !format.fits(extension)) {
            throw new CodedException(
                    MEDIA_UNSUPPORTED,
                    "the name ends in .%s, but the content is %s".formatted(extension, format.mimeType()));
        }
        var largest =
                expected.kinds().stream().mapToLong(expected::maxBytes).max().orElse(0);
        if (size > largest) {
            throw new CodedException(
                    MEDIA_TOO_LARGE, "the file has %d bytes (expected: at most %d)".formatted(size, largest));
        }
        if (format == MediaFormat.PNG || format == MediaFormat.APNG) {
            checkPngPixels(head, expected);
        }
        if (format == MediaFormat.GIF && !Structure.hasGifEnd(file)) {
            throw new CodedException(MEDIA_DAMAGED, "the file ends before its last picture");
        }
        if (format == MediaFormat.MP4 && Structure.hasMoreBoxes(file, MAX_BOXES)) {
            throw new CodedException(MEDIA_TOO_LARGE, "the file has more than %d parts".formatted(MAX_BOXES));
        }
        return format;
    }

    /** FFmpeg reports an image with far too many pixels as one without any; its header says more. */
    private static void checkPngPixels(byte[] head, Expected expected) {
        if (head.length < 24) {
            throw new CodedException(MEDIA_DAMAGED, "the image ends within its header");
        }
        var header = ByteBuffer.wrap(head);
        checkPixels(Integer.toUnsignedLong(header.getInt(16)), Integer.toUnsignedLong(header.getInt(20)), expected);
    }

    private static void checkPixels(long width, long height, Expected expected) {
        if (width > 65_535 || height > 65_535 || width * height > expected.maxPixels()) {
            throw new CodedException(
                    MEDIA_TOO_LARGE,
                    "the picture has %dx%d pixels (expected: at most %d in all)"
                            .formatted(width, height, expected.maxPixels()));
        }
    }

    private ProbeAnswer ask(Path file, MediaFormat format, Expected expected) {
        var command = new ArrayList<String>();
        command.add(binaries.ffprobe().toString());
        command.addAll(List.of("-v", "error", "-hide_banner"));
        command.addAll(openingOptions(format, DECODERS_OF_LOOKS));
        command.addAll(List.of("-max_pixels", Long.toString(expected.maxPixels())));
        command.addAll(List.of("-probesize", "5000000", "-analyzeduration", "5000000"));
        // One frame is decoded: cameras write the orientation of photos there, and a header proves little.
        command.addAll(List.of("-read_intervals", "%+#" + FRAMES));
        command.addAll(List.of(
                "-show_entries",
                "format=duration:stream=codec_type,codec_name,width,height,sample_aspect_ratio,pix_fmt,"
                        + "color_space,color_transfer,field_order,avg_frame_rate,r_frame_rate,duration:"
                        + "stream_group_component=width,height:stream_tags=alpha_mode,ALPHA_MODE:"
                        + "stream_disposition=attached_pic:stream_side_data=rotation:"
                        + "frame=media_type,width,height,interlaced_frame:frame_side_data=rotation"));
        command.addAll(List.of("-of", ProbeAnswer.FORMAT, "-i", "file:" + sandbox.path(file)));
        var lines = new ArrayList<String>();
        var exit = look(file, command, Limits.STRANGER, lines::add);
        checkSpent(exit);
        if (exit.code() != 0 || exit.timedOut()) {
            var reason = reason(exit.log(), file);
            if (reason.contains("max_streams") || reason.contains("Picture size") || reason.contains("max_pixels")) {
                throw new CodedException(MEDIA_TOO_LARGE, "the file has more streams or pixels than are accepted");
            }
            if (reason.contains("not in the whitelist") || reason.contains("whitelist")) {
                throw new CodedException(MEDIA_UNSUPPORTED, "the file uses a codec that is not accepted");
            }
            throw new CodedException(MEDIA_DAMAGED, "the file cannot be read: " + reason);
        }
        if (exit.log().contains("Picture size")) {
            throw new CodedException(MEDIA_TOO_LARGE, "the picture has more pixels than are accepted");
        }
        return ProbeAnswer.parse(lines);
    }

    private static List<String> openingOptions(MediaFormat format) {
        return openingOptions(format, DECODERS);
    }

    private static List<String> openingOptions(MediaFormat format, String decoders) {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-codec_whitelist",
                decoders,
                "-max_streams",
                Integer.toString(format.mayBeTiled() ? MAX_TILES : MAX_STREAMS),
                "-f",
                format.demuxer());
    }

    private MediaInfo info(Path file, MediaFormat format, ProbeAnswer answer) {
        var video = stream(answer, "video");
        var audio = stream(answer, "audio");
        if (video == null && audio == null) {
            throw new CodedException(MEDIA_DAMAGED, "the file holds neither picture nor sound");
        }
        var still = format.isImage()
                || format.mayMove() && answer.text("frames.1.media_type", "").isEmpty();
        var kind = still ? MediaInfo.Kind.IMAGE : video != null ? MediaInfo.Kind.VIDEO : MediaInfo.Kind.AUDIO;
        var sound = audio == null ? null : answer.text(audio + ".codec_name", "");
        if (video == null) {
            var length = duration(file, format, answer, "0:a:0", null);
            return new MediaInfo(kind, format, 0, 0, 0, length, null, null, sound, false, false, false, null, false);
        }
        var tiled = answer.whole(TILES + ".width", 0) > 0;
        var width = answer.whole((tiled ? TILES : video) + ".width", 0);
        var height = answer.whole((tiled ? TILES : video) + ".height", 0);
        if (width <= 0 || height <= 0 || answer.text("frames.0.media_type", "").isEmpty()) {
            throw new CodedException(MEDIA_DAMAGED, "no picture can be decoded");
        }
        var aspect = answer.text(video + ".sample_aspect_ratio", "1:1").split(":", 2);
        if (aspect.length == 2 && isPositive(aspect[0]) && isPositive(aspect[1])) {
            width = Math.round((double) width * Long.parseLong(aspect[0]) / Long.parseLong(aspect[1]));
        }
        var rotation = rotation(answer, video);
        var upright = rotation % 180 == 0;
        var rate = rate(answer, video);
        return new MediaInfo(
                kind,
                format,
                (int) (upright ? width : height),
                (int) (upright ? height : width),
                rotation,
                kind == MediaInfo.Kind.IMAGE ? Duration.ZERO : duration(file, format, answer, "0:v:0", rate),
                kind == MediaInfo.Kind.IMAGE ? null : rate,
                answer.text(video + ".codec_name", ""),
                sound,
                SourcePictures.isHdr(answer.text(video + ".color_transfer", "")),
                // For printers there are JPEGs of four colours, the last of which is not how opaque they are.
                format != MediaFormat.JPEG && hasAlpha(answer, video),
                isInterlaced(answer, video),
                colorMatrix(answer, video),
                tiled);
    }

    /** The first stream of a type that is not the cover picture of a sound file. */
    private static @Nullable String stream(ProbeAnswer answer, String type) {
        for (var i = 0; i < MAX_STREAMS; i++) {
            var stream = "streams." + i;
            if (answer.text(stream + ".codec_type", "").equals(type)
                    && answer.whole(stream + ".disposition.attached_pic", 0) == 0) {
                return stream;
            }
        }
        return null;
    }

    private static int rotation(ProbeAnswer answer, String video) {
        var counterclockwise = answer.first(video + ".side_data_list", "rotation");
        if (counterclockwise == null) {
            counterclockwise = answer.first("frames.0.side_data_list", "rotation");
        }
        if (counterclockwise == null) {
            return 0;
        }
        var quarter = Math.round(Double.parseDouble(counterclockwise) / 90);
        return (int) Math.floorMod(-quarter * 90, 360L);
    }

    private static boolean hasAlpha(ProbeAnswer answer, String video) {
        var pixels = answer.text(video + ".pix_fmt", "");
        return pixels.startsWith("yuva")
                || pixels.startsWith("rgba")
                || pixels.startsWith("bgra")
                || pixels.startsWith("argb")
                || pixels.startsWith("abgr")
                || pixels.startsWith("gbrap")
                || pixels.startsWith("ya")
                || pixels.equals("pal8")
                || answer.text(video + ".tags.alpha_mode", "0").equals("1")
                || answer.text(video + ".tags.ALPHA_MODE", "0").equals("1");
    }

    /** Headers do not always say it; frames do. */
    private static boolean isInterlaced(ProbeAnswer answer, String video) {
        return FIELD_ORDERS.contains(answer.text(video + ".field_order", ""))
                || IntStream.range(0, FRAMES)
                        .anyMatch(i -> answer.whole("frames.%d.interlaced_frame".formatted(i), 0) == 1);
    }

    private static @Nullable String colorMatrix(ProbeAnswer answer, String video) {
        var matrix = answer.text(video + ".color_space", "unknown");
        return matrix.equals("unknown") || matrix.equals("reserved") ? null : matrix;
    }

    /** As the header says, or as its packets say where the header says nothing: recorders of browsers write it so. */
    private Duration duration(
            Path file, MediaFormat format, ProbeAnswer answer, String stream, @Nullable FrameRate rate) {
        var seconds = answer.text("format.duration", "");
        var length = seconds.matches("\\d+(\\.\\d+)?")
                ? Duration.ofNanos(Math.round(Double.parseDouble(seconds) * 1e9))
                : Duration.ZERO;
        if (length.isPositive() || format == MediaFormat.WAV) {
            return length;
        }
        var packets = packets(file, format, stream);
        // The last picture of a file that does not say how long it is shown is shown as long as others.
        return packets.outTime().isZero() && packets.frame() > 0 && rate != null
                ? Duration.ofNanos(1_000_000_000L * rate.denominator() / rate.numerator())
                : packets.outTime();
    }

    /** How much a stream holds, by reading all of it without decoding any. */
    private Progress packets(Path file, MediaFormat format, String stream) {
        var command = new ArrayList<String>();
        command.add(binaries.ffmpeg().toString());
        command.addAll(List.of("-nostdin", "-hide_banner", "-v", "error", "-progress", "pipe:1", "-nostats"));
        command.addAll(openingOptions(format));
        command.addAll(List.of("-i", "file:" + sandbox.path(file)));
        command.addAll(List.of("-map", stream, "-c", "copy", "-f", "null", "-"));
        var progress = new Progress[] {Progress.NONE};
        var exit = look(file, command, Limits.STRANGER, line -> progress[0] = progress[0].after(line));
        checkSpent(exit);
        if (exit.code() != 0) {
            throw new CodedException(MEDIA_DAMAGED, "the file cannot be read: " + reason(exit.log(), file));
        }
        return progress[0];
    }

    private static @Nullable FrameRate rate(ProbeAnswer answer, String video) {
        for (var name : List.of(".avg_frame_rate", ".r_frame_rate")) {
            var parts = answer.text(video + name, "0/0").split("/", 2);
            if (parts.length == 2 && isPositive(parts[0]) && isPositive(parts[1])) {
                return new FrameRate(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        }
        return null;
    }

    private static boolean isPositive(String number) {
        return number.matches("[1-9]\\d{0,8}");
    }

    private static void check(MediaInfo info, Expected expected, long size) {
        if (!expected.kinds().contains(info.kind())) {
            throw new CodedException(
                    MEDIA_UNSUPPORTED,
                    "the file is %s (expected: %s)".formatted(article(info.kind()), wanted(expected)));
        }
        if (size > expected.maxBytes(info.kind())) {
            throw new CodedException(
                    MEDIA_TOO_LARGE,
                    "the file has %d bytes (expected: at most %d)".formatted(size, expected.maxBytes(info.kind())));
        }
        checkPixels(info.width(), info.height(), expected);
        var longest = expected.maxDuration(info.kind());
        if (info.duration().compareTo(longest) > 0) {
            throw new CodedException(
                    MEDIA_TOO_LARGE,
                    "the file is %d seconds long (expected: at most %d)"
                            .formatted(info.duration().toSeconds(), longest.toSeconds()));
        }
        if (info.kind() != MediaInfo.Kind.IMAGE && info.duration().toMillis() < 1) {
            throw new CodedException(MEDIA_DAMAGED, "the file has no length");
        }
        checkMoving(info);
        var rate = info.frameRate();
        if (rate != null && (double) rate.numerator() / rate.denominator() > expected.maxFrameRate()) {
            throw new CodedException(
                    MEDIA_TOO_LARGE,
                    "the video has %s pictures a second (expected: at most %d)"
                            .formatted(rate, expected.maxFrameRate()));
        }
    }

    /** These formats write in kilobytes what takes minutes to show. */
    private static void checkMoving(MediaInfo info) {
        var rate = info.frameRate();
        if (!info.format().mayMove() || rate == null) {
            return;
        }
        var pictures = info.duration().toMillis() / 1_000.0 * rate.numerator() / rate.denominator();
        if (pictures * info.width() * info.height() > MAX_MOVING_PIXELS) {
            throw new CodedException(
                    MEDIA_TOO_LARGE,
                    "the animation has %.0f pictures of %dx%d pixels (expected: at most %d pixels in all)"
                            .formatted(pictures, info.width(), info.height(), MAX_MOVING_PIXELS));
        }
    }

    private static String wanted(Expected expected) {
        return String.join(
                " or ", expected.kinds().stream().sorted().map(Probe::article).toList());
    }

    private static String article(MediaInfo.Kind kind) {
        return switch (kind) {
            case IMAGE -> "an image";
            case VIDEO -> "a video";
            case AUDIO -> "sound only";
        };
    }

    /** The last words of FFmpeg without our path in them. */
    private static String reason(String log, Path file) {
        var lines = log.strip().split("\n");
        var last = lines[lines.length - 1];
        var text = lines.length > 1 ? lines[0] + "; " + last : last;
        var clean = text.replace("file:" + file, "file")
                .replace(file.toString(), "file")
                .replaceAll("0x[0-9a-f]+", "");
        return clean.length() > 300 ? clean.substring(0, 300) : clean;
    }

    private static byte[] head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MediaFormat.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
