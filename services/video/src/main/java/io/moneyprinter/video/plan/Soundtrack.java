package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.video.MusicChoice;
import io.moneyprinter.contracts.video.PlanRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides on the music of a film before its pictures are laid out, which may be cut to it. */
public interface Soundtrack {

    /** Leaves the decision to whoever mixes, and has no beats. */
    Soundtrack AS_ASKED = new Soundtrack() {
        @Override
        public MusicChoice choose(PlanRequest request) {
            var music = request.settings().music();
            return new MusicChoice(
                    Objects.requireNonNullElse(music, request.seen() ? "auto" : "none"), null, "as asked for");
        }

        @Override
        public @Nullable Double tempo(MusicChoice choice, boolean steady, long samples) {
            return null;
        }

        @Override
        public List<Double> beats(PlanRequest request, MusicChoice choice, long samples) {
            return List.of();
        }
    };

    MusicChoice choose(PlanRequest request);

    /**
     * Beats per minute of what is composed; null for all else.
     *
     * @param steady whether it keeps its own tempo whatever the length of the film
     * @param samples length of the film at 48 kHz
     */
    @Nullable
    Double tempo(MusicChoice choice, boolean steady, long samples);

    /**
     * The beats of music that keeps its own tempo, in seconds of the film, ascending; none where there are none.
     *
     * @param samples length of the film at 48 kHz
     */
    List<Double> beats(PlanRequest request, MusicChoice choice, long samples);
}
