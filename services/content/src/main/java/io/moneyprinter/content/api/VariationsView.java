package io.moneyprinter.content.api;

import io.moneyprinter.content.topic.Variations;
import io.moneyprinter.content.view.ContentView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several scripts about the same.
 *
 * @param mostAlike how alike two of them, or their openings, may be
 * @param refused those that did not come about
 */
record VariationsView(List<VariationView> variations, double mostAlike, List<Variations.Refused> refused) {

    /**
     * @param hook how it opens, null without a hook
     * @param order in which order it is told
     * @param likeness to the one among the others that it is most like: the share of runs of three words that both have,
     *     0..1
     * @param openingLikeness the same of the first sentences
     */
    record VariationView(
            ContentView content,
            @Nullable String hook,
            String order,
            String tone,
            double likeness,
            double openingLikeness) {}

    static VariationsView of(Variations.Result result) {
        return new VariationsView(
                result.variations().stream()
                        .map(one -> new VariationView(
                                ContentView.of(one.content()),
                                one.hook(),
                                one.order(),
                                one.tone(),
                                rounded(one.likeness()),
                                rounded(one.openingLikeness())))
                        .toList(),
                Variations.MOST_ALIKE,
                result.refused());
    }

    private static double rounded(double likeness) {
        return Math.round(likeness * 1_000) / 1_000.0;
    }
}
