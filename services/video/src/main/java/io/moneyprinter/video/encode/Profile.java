package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a film is written, settled: codec and container go together, and the platform takes it.
 *
 * @param device what should encode; what does is decided when a film is planned
 */
public record Profile(
        Codec codec,
        Container container,
        RateControl rate,
        Speed speed,
        AudioEncoding audio,
        Device device,
        Platform platform) {

    private static final int DRAFT = 27;
    private static final int STANDARD = 23;
    private static final int HIGH = 20;

    /** What differs from its source only under a magnifying glass. */
    private static final int ARCHIVE = 16;

    public Profile {
        if (!codec.containers().contains(container)) {
            throw CodedException.ofField(
                    EncodeErrorCode.OUTPUT_IMPOSSIBLE,
                    "/video_settings/output/container",
                    "container: %s (expected for %s: %s)"
                            .formatted(
                                    extension(container),
                                    codec,
                                    codec.containers().stream()
                                            .map(Profile::extension)
                                            .collect(Collectors.joining(", "))));
        }
    }

    /**
     * What settings come to before anything is known about the film but its wanted length.
     *
     * @throws CodedException {@code OUTPUT_IMPOSSIBLE} or {@code PLATFORM_LIMIT_EXCEEDED}, with the fields
     */
    public static Profile of(VideoSettings settings, Canvas canvas) {
        var wanted = settings.durationTarget();
        return of(settings, canvas, "duration_target", wanted == null ? null : Duration.ofSeconds(wanted));
    }

    /** What settings come to for a film of this length. */
    public static Profile of(VideoSettings settings, Canvas canvas, Duration duration) {
        return of(settings, canvas, "optimization_preset", duration);
    }

    private static Profile of(VideoSettings settings, Canvas canvas, String lengthField, @Nullable Duration duration) {
        var platform = Platform.of(settings.optimizationPreset());
        var output = settings.output() == null ? OutputSettings.DEFAULT : settings.output();
        var codec = Codec.of(settings.codec(), Codec.H264);
        var container = output.container() == null ? codec.containers().getFirst() : output.container();
        var ceiling = platform.ceiling(duration == null ? Duration.ofSeconds(60) : duration);
        var audio = platform.audioKilobits(
                output.audioBitrate() == null ? AudioEncoding.MIX.kilobits() : output.audioBitrate());
        var profile = new Profile(
                codec,
                container,
                rate(settings, output, platform, ceiling),
                platform == Platform.ARCHIVE ? Speed.THOROUGH : Speed.FAST,
                AudioEncoding.in(container, audio),
                output.device() == null ? Device.AUTO : output.device(),
                platform);
        var refusals = new ArrayList<>(platform.refusals(codec, container, canvas));
        if (duration != null) {
            refusals.addAll(platform.refusals(lengthField, duration));
        }
        if (!refusals.isEmpty()) {
            throw CodedException.ofFields(EncodeErrorCode.PLATFORM_LIMIT_EXCEEDED, refusals);
        }
        return profile;
    }

    private static RateControl rate(
            VideoSettings settings, OutputSettings output, Platform platform, @Nullable Integer ceiling) {
        if (output.videoBitrate() != null) {
            // A bitrate above the limit is only a wish for much; nobody is helped by a refusal.
            return new RateControl.Bitrate(
                    ceiling == null ? output.videoBitrate() : Math.min(output.videoBitrate(), ceiling));
        }
        if (output.crf() != null) {
            return new RateControl.Quality(output.crf(), ceiling);
        }
        var factor = switch (settings.quality()) {
            case null -> platform == Platform.ARCHIVE ? ARCHIVE : HIGH;
            case DRAFT -> DRAFT;
            case STANDARD -> STANDARD;
            case HIGH -> HIGH;
        };
        return new RateControl.Quality(factor, ceiling);
    }

    /** This profile with what is wanted otherwise. */
    public Profile with(ConversionSettings wanted, Canvas canvas, Duration duration) {
        var output = wanted.output() == null ? OutputSettings.DEFAULT : wanted.output();
        var other = Codec.of(wanted.codec(), codec);
        var kept = output.container() == null && other == codec;
        var settings = VideoSettings.DEFAULT.withEncoding(
                other.id(),
                wanted.quality(),
                wanted.optimizationPreset() == null ? platform.id() : wanted.optimizationPreset(),
                new OutputSettings(
                        kept ? container : output.container(),
                        output.crf(),
                        output.videoBitrate(),
                        output.audioBitrate() == null ? (Integer) audio.kilobits() : output.audioBitrate(),
                        output.device() == null ? device : output.device()));
        var profile = of(settings, canvas, duration);
        var sameLook = wanted.quality() == null
                && wanted.optimizationPreset() == null
                && output.crf() == null
                && output.videoBitrate() == null;
        return sameLook
                ? new Profile(other, profile.container, rate, speed, profile.audio, profile.device, platform)
                : profile;
    }

    /** Of the finished file, without dot. */
    public String extension() {
        return extension(container);
    }

    public String mimeType() {
        return switch (container) {
            case MP4 -> "video/mp4";
            case MOV -> "video/quicktime";
            case WEBM -> "video/webm";
        };
    }

    private static String extension(Container container) {
        return container.name().toLowerCase(Locale.ROOT);
    }

    /** Where a chunk lies that shows what {@code look} is a digest of, encoded by the processor. */
    public ObjectKey chunk(String look) {
        return new ObjectKey("chunks/%s-%s.mp4".formatted(look, encoding()));
    }

    /** Where the same pictures lie when they are encoded by this profile. */
    public ObjectKey chunk(ObjectKey other) {
        var name = other.value();
        return chunk(name.substring(name.indexOf('/') + 1, name.lastIndexOf('-')));
    }

    /** Whether chunks of the other profile are the same to the byte. */
    public boolean encodesLike(Profile other) {
        return encoding().equals(other.encoding());
    }

    /** Names all that changes the bytes of pictures, and nothing else: neither container nor sound. */
    private String encoding() {
        return Digests.of(codec, rate, speed).substring(0, 16);
    }
}
