package io.moneyprinter.contracts.orchestration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a video differ.
 *
 * @param undone edits of the one side that the other does not have, latest first
 * @param done edits of the other side, earliest first; with {@code undone}, the way from the one to the other
 * @param sentences those that differ, in the order of the other side
 * @param settings of voice and video that differ
 * @param durationDifference seconds that the other side is longer
 * @param soundChanged whether anything else is heard
 * @param ranges when, in the other side, pictures differ
 */
public record VersionComparison(
        VideoVersion from,
        VideoVersion to,
        List<VideoVersion> undone,
        List<VideoVersion> done,
        List<SentenceChange> sentences,
        List<SettingChange> settings,
        double durationDifference,
        boolean soundChanged,
        Chunks chunks,
        List<Range> ranges) {

    public VersionComparison {
        undone = List.copyOf(undone);
        done = List.copyOf(done);
        sentences = List.copyOf(sentences);
        settings = List.copyOf(settings);
        ranges = List.copyOf(ranges);
    }

    /**
     * A sentence that differs.
     *
     * @param from its number on the one side, null when it was added
     * @param to its number on the other side, null when it was removed
     * @param moved whether it changed places with sentences that both sides have
     * @param changed what else differs
     */
    public record SentenceChange(
            @Nullable Integer from,
            @Nullable Integer to,
            boolean moved,
            Set<Aspect> changed,
            @Nullable String textBefore,
            @Nullable String textAfter) {

        public SentenceChange {
            changed = Collections.unmodifiableSet(new TreeSet<>(changed));
        }
    }

    /** What may differ in a sentence. */
    public enum Aspect {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("caption")
        CAPTION,
        @JsonProperty("pause")
        PAUSE,
        /** What is heard, though the words may be the same. */
        @JsonProperty("speech")
        SPEECH,
        /** What is seen. */
        @JsonProperty("clip")
        CLIP
    }

    /**
     * A setting that differs.
     *
     * @param pointer such as {@code /video_settings/captions/preset}
     * @param before its value as JSON, null for the default
     * @param after its value as JSON, null for the default
     */
    public record SettingChange(
            String pointer,
            @Nullable Object before,
            @Nullable Object after) {}

    /**
     * The chunks of the other side.
     *
     * @param shared that the one side has as well
     * @param rendered that only the other side has
     * @param framesShared pictures in those that are shared
     * @param framesRendered pictures in those that are not
     */
    public record Chunks(int shared, int rendered, long framesShared, long framesRendered) {}

    /**
     * From one moment to another.
     *
     * @param start seconds
     * @param end seconds
     */
    public record Range(double start, double end) {}
}
