package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.AssetTraits.Scene;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which part of a long clip is shown: one without a cut, that moves, but not wildly. */
final class Excerpt {

    /** What is pleasant to look at while somebody speaks. */
    private static final double PLEASANT_MOTION = 0.2;

    /** A cut is known to an eighth of a second. */
    private static final double AFTER_CUT = 0.2;

    /** There is a choice only in clips that are so much longer than needed. */
    private static final double LONGER = 1.3;

    private Excerpt() {}

    /** Where it begins; null for the start of the clip. */
    static @Nullable Duration start(@Nullable AssetTraits traits, Duration length, Duration needed) {
        var seconds = needed.toMillis() / 1e3;
        if (traits == null || length.toMillis() / 1e3 < LONGER * seconds) {
            return null;
        }
        var best = traits.scenes().stream()
                .max(Comparator.comparingDouble((Scene scene) -> Math.min(1, room(scene) / seconds))
                        .thenComparingDouble(scene -> -Math.abs(scene.motion() - PLEASANT_MOTION))
                        .thenComparingDouble(scene -> -scene.start()));
        if (best.isEmpty() || best.get().start() == 0 && room(best.get()) < 2 * seconds) {
            return null;
        }
        var scene = best.get();
        var from = scene.start() == 0 ? 0 : scene.start() + AFTER_CUT;
        // The middle of a long scene shows what it is about; its ends come and go.
        var spare = Math.max(0, scene.end() - from - seconds);
        var start = Math.min(from + spare / 2, length.toMillis() / 1e3 - seconds);
        return start <= 0 ? null : Duration.ofMillis(Math.round(1_000 * start));
    }

    private static double room(Scene scene) {
        return scene.end() - scene.start() - (scene.start() == 0 ? 0 : AFTER_CUT);
    }
}
