package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.RationalTime;
import io.moneyprinter.timeline.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which transition stands at which cut of a film. */
final class Transitions {

    /** Taken in turn when the style is {@code varied}: neighbours differ in kind and direction. */
    private static final List<Transition.Kind> VARIED = List.of(
            Transition.Kind.DISSOLVE,
            Transition.Kind.PUSH_LEFT,
            Transition.Kind.ZOOM,
            Transition.Kind.WIPE_UP,
            Transition.Kind.CIRCLE_OPEN,
            Transition.Kind.SLIDE_LEFT,
            Transition.Kind.FADE_BLACK,
            Transition.Kind.PUSH_UP,
            Transition.Kind.RADIAL);

    /** A transition between pictures that are seen hardly longer would be all there is to see. */
    private static final int SHARE = 6;

    /** In shorter ones nothing is recognised. */
    private static final int SHORTEST_HALF = 4;

    private final @Nullable TransitionStyle style;
    private final long half;
    private final FrameRate rate;
    private final long seed;

    private Transitions(@Nullable TransitionStyle style, long half, FrameRate rate, long seed) {
        this.style = style;
        this.half = half;
        this.rate = rate;
        this.seed = seed;
    }

    static Transitions of(VideoSettings settings, FrameRate rate, long seed) {
        var picture = Objects.requireNonNullElse(settings.picture(), PictureSettings.DEFAULT);
        var seconds = picture.transitionDuration();
        var length = seconds == null ? Duration.ofMillis(334) : Duration.ofNanos(Math.round(seconds * 1e9));
        var half = Math.max(1, rate.nearest(length.dividedBy(2)).value());
        return new Transitions(settings.transition(), half, rate, seed);
    }

    /**
     * The transition at a cut between pictures of these lengths in frames; null for a plain cut.
     *
     * @param cut number of the cut, from 0
     */
    @Nullable
    Transition at(int cut, long left, long right) {
        var kind = kind(cut);
        var fitting = Math.min(half, Math.min(left, right) / SHARE);
        if (kind == null || fitting < Math.min(half, SHORTEST_HALF)) {
            return null;
        }
        var offset = new RationalTime(fitting, rate);
        return new Transition(kind, offset, offset);
    }

    private Transition.@Nullable Kind kind(int cut) {
        if (style == null) {
            return Transition.Kind.DISSOLVE;
        }
        return switch (style) {
            case CUT -> null;
            case VARIED -> VARIED.get((int) Math.floorMod(seed + cut, (long) VARIED.size()));
            // The timeline has the same words for all that are left.
            default -> Transition.Kind.valueOf(style.name());
        };
    }
}
