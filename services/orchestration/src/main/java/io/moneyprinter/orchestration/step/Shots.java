package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.materials.Shot;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shots that are put together from others. */
final class Shots {

    private Shots() {}

    /** The same shot with one of its pictures replaced; a shot of one picture gives way as a whole. */
    static Shot replace(Shot shot, int visual, Shot other) {
        if (shot.visuals().size() == 1) {
            return other;
        }
        var visuals = new ArrayList<>(shot.visuals());
        visuals.set(Math.min(visual, visuals.size() - 1), other.visuals().getFirst());
        var providers = Stream.of(shot.provider(), other.provider()).distinct().collect(Collectors.joining(", "));
        return new Shot(visuals, providers, shot.attribution());
    }
}
