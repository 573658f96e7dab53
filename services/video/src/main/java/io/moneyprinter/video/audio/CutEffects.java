package io.moneyprinter.video.audio;

import io.moneyprinter.contracts.video.SoundSettings.CutEffect;
import java.util.ArrayList;
import java.util.List;

/**
 * Sounds at cuts, those left out that would be too many.
 *
 * @param effect {@code NONE} when there is nothing to hear
 * @param volume decibels relative to the usual level
 * @param cuts samples from the start of the film, ascending
 */
public record CutEffects(CutEffect effect, double volume, List<Long> cuts) {

    public static final CutEffects NONE = new CutEffects(CutEffect.NONE, 0, List.of());

    /** More often than this they are noise: 1.2 s. */
    private static final long APART = NarrationTrack.SAMPLE_RATE * 12L / 10;

    /** No film begins with an effect: its first word comes after 0.2 s. */
    private static final long EARLIEST = NarrationTrack.SAMPLE_RATE / 5;

    public CutEffects {
        cuts = List.copyOf(cuts);
    }

    /** What is heard of an effect at these cuts; equal wherever it sounds equal. */
    public static CutEffects of(CutEffect effect, double volume, List<Long> cuts) {
        var audible = new ArrayList<Long>();
        for (var cut : cuts.stream().sorted().toList()) {
            if (cut - CutSound.lead(effect) >= EARLIEST && (audible.isEmpty() || cut - audible.getLast() >= APART)) {
                audible.add(cut);
            }
        }
        return effect == CutEffect.NONE || audible.isEmpty() ? NONE : new CutEffects(effect, volume, audible);
    }
}
