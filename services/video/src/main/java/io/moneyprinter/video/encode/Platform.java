package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.problem.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a film goes, with what is taken there. Limits as published; docs/adr/0016-outputs.md says where and when they
 * were looked up.
 */
public enum Platform {
    /** Anywhere: no limits. */
    WEB(Limits.NONE),
    /** Ten minutes by the API; AV1 is not among the codecs. */
    TIKTOK(new Limits(
            EnumSet.of(Codec.H264, Codec.HEVC, Codec.VP9),
            EnumSet.allOf(Container.class),
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            360,
            4_096,
            4_096,
            false,
            0,
            0,
            4_000_000_000L)),
    /** A video is a Short when it is no wider than high and lasts three minutes at most. */
    YOUTUBE_SHORTS(new Limits(
            EnumSet.allOf(Codec.class),
            EnumSet.allOf(Container.class),
            Duration.ZERO,
            Duration.ofMinutes(3),
            0,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            true,
            0,
            0,
            256_000_000_000L)),
    /** As the API for publishing has it. */
    REELS(new Limits(
            EnumSet.of(Codec.H264, Codec.HEVC),
            EnumSet.of(Container.MP4, Container.MOV),
            Duration.ofSeconds(3),
            Duration.ofMinutes(15),
            0,
            1_920,
            Integer.MAX_VALUE,
            false,
            25_000,
            128,
            300_000_000L)),
    /** To be kept and worked on: no limits, and fewer losses than anybody sees. */
    ARCHIVE(Limits.NONE);

    private final Limits limits;

    Platform(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param minSide pixels
     * @param upright whether the picture may not be wider than high
     * @param videoKilobits a second, 0 for no limit
     * @param audioKilobits a second, 0 for no limit
     */
    private record Limits(
            Set<Codec> codecs,
            Set<Container> containers,
            Duration shortest,
            Duration longest,
            int minSide,
            int maxWidth,
            int maxHeight,
            boolean upright,
            int videoKilobits,
            int audioKilobits,
            long bytes) {

        static final Limits NONE = new Limits(
                EnumSet.allOf(Codec.class),
                EnumSet.allOf(Container.class),
                Duration.ZERO,
                Duration.ofDays(1),
                0,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                false,
                0,
                0,
                Long.MAX_VALUE);
    }

    /** @param id as in the settings; the contract lets no other pass */
    static Platform of(@Nullable String id) {
        return id == null ? WEB : valueOf(id.toUpperCase(Locale.ROOT));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is not taken there, by field of the settings. */
    List<FieldError> refusals(Codec codec, Container container, Canvas canvas) {
        var errors = new ArrayList<FieldError>();
        if (!limits.codecs().contains(codec)) {
            errors.add(error("codec", codec, names(limits.codecs())));
        }
        if (!limits.containers().contains(container)) {
            errors.add(error("output/container", lower(container), names(limits.containers())));
        }
        var size = canvas.width() + "x" + canvas.height();
        if (canvas.width() > limits.maxWidth() || canvas.height() > limits.maxHeight()) {
            var largest = limits.maxHeight() == Integer.MAX_VALUE
                    ? "at most %d wide".formatted(limits.maxWidth())
                    : "at most %dx%d".formatted(limits.maxWidth(), limits.maxHeight());
            errors.add(error("resolution", size, largest));
        }
        if (Math.min(canvas.width(), canvas.height()) < limits.minSide()) {
            errors.add(error("resolution", size, "at least %1$dx%1$d".formatted(limits.minSide())));
        }
        if (limits.upright() && canvas.width() > canvas.height()) {
            errors.add(error("aspect", size, "no wider than high, such as 9:16 or 1:1"));
        }
        return List.copyOf(errors);
    }

    /** What is too long or too short, as an error of the given field of the settings. */
    List<FieldError> refusals(String field, Duration duration) {
        if (duration.compareTo(limits.longest()) > 0 || duration.compareTo(limits.shortest()) < 0) {
            var seconds = String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
            var allowed = "%d to %d s"
                    .formatted(limits.shortest().toSeconds(), limits.longest().toSeconds());
            return List.of(error(field, seconds, allowed));
        }
        return List.of();
    }

    /**
     * The kilobits a second that pictures may have, null for as many as they want. What a limit of size comes to is
     * counted in whole minutes, so that a film keeps its chunks when its length changes by a little.
     */
    @Nullable
    Integer ceiling(Duration duration) {
        var minutes = Math.max(1, Math.ceilDiv(duration.toSeconds(), 60L));
        // A twentieth for the container and for what the encoder misses the mark by.
        var bySize = limits.bytes() / 125 / 60 / minutes / 20 * 19 - audioKilobits(320);
        var lowest = limits.videoKilobits() == 0 ? bySize : Math.min(bySize, limits.videoKilobits());
        return lowest < 100_000 ? (Integer) (int) lowest : null;
    }

    /** Whether an MP4 may say by an edit list where its sound begins. */
    public boolean takesEditLists() {
        return this != REELS;
    }

    int audioKilobits(int wanted) {
        return limits.audioKilobits() == 0 ? wanted : Math.min(wanted, limits.audioKilobits());
    }

    private FieldError error(String field, Object found, String expected) {
        var name = field.substring(field.lastIndexOf('/') + 1);
        return new FieldError(
                "/video_settings/" + field, "%s: %s (expected by %s: %s)".formatted(name, found, id(), expected));
    }

    private static String names(Set<? extends Enum<?>> values) {
        return values.stream().map(Platform::lower).collect(Collectors.joining(", "));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
