package io.moneyprinter.materials.embedding;

import io.moneyprinter.materials.words.Relevance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked for, to be compared with what texts mean. */
public final class Sense {

    /** Says nothing of any text. */
    public static final Sense NONE = new Sense(List.of(), new Calibration(0, 1), 0);

    /** @param phrase and what it means */
    record Wanted(Phrase phrase, Embedding embedding) {}

    private final List<Wanted> wanted;
    private final Calibration calibration;
    private final double weight;

    Sense(List<Wanted> wanted, Calibration calibration, double weight) {
        this.wanted = List.copyOf(wanted);
        this.calibration = calibration;
        this.weight = weight;
    }

    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    List<Wanted> wanted() {
        return wanted;
    }

    /** How well a text fits, by the phrase that it is nearest to. */
    Relevance.Fit of(Embedding text) {
        var best = Relevance.Fit.NONE;
        for (var each : wanted) {
            best = best.or(fit(each, each.embedding().cosine(text)));
        }
        return best;
    }

    Relevance.Fit fit(Wanted each, double cosine) {
        var score = weight * each.phrase().weight() * calibration.of(cosine);
        @Nullable String phrase = score > 0 ? each.phrase().text() : null;
        return new Relevance.Fit(score, phrase);
    }
}
