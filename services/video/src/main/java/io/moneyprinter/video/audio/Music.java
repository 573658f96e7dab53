package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.sound.music.Mood;
import org.jspecify.annotations.Nullable;

/** What is heard under the voice. */
public sealed interface Music {

    record None() implements Music {}

    /** A bed that we compose. */
    record Composed(Mood mood, long seed) implements Music {}

    /** Somebody's own file, repeated until the film ends. */
    record Recorded(ObjectKey file) implements Music {}

    /**
     * The music that a request asks for.
     *
     * @param wanted as in the video settings, null for the default
     * @param file the audio file that it names, null if it names none
     * @throws CodedException {@code MUSIC_UNKNOWN}
     */
    public static Music of(@Nullable String wanted, @Nullable ObjectKey file, String title, long seed) {
        if (file != null) {
            return new Recorded(file);
        }
        if (wanted == null || wanted.equals("auto")) {
            return new Composed(Mood.fitting(title, seed), seed);
        }
        if (wanted.equals("none")) {
            return new None();
        }
        return Mood.named(wanted)
                .map(mood -> (Music) new Composed(mood, seed))
                .orElseThrow(() -> CodedException.ofField(
                        AudioErrorCode.MUSIC_UNKNOWN,
                        "/video_settings/music",
                        "music: '%s' (expected: auto, none, calm, upbeat, dramatic, dreamy or the id of an audio file)"
                                .formatted(wanted)));
    }
}
