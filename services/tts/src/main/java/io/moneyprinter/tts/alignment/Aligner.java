package io.moneyprinter.tts.alignment;

import io.moneyprinter.tts.alignment.Alignment.Found;
import io.moneyprinter.tts.alignment.Alignment.Reason;
import io.moneyprinter.tts.alignment.Alignment.Rejected;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Activity.Region;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds the words of one sentence in sound. A pure function of the two sounds. */
public final class Aligner {

    /** Of times that are found here; part of every cache key. */
    public static final int VERSION = 1;

    private static final double HOP = Activity.WINDOW;

    /** A longer sentence is looked at more coarsely. */
    private static final int MOST_FRAMES = 3000;

    /** How many times shorter or longer than the reference the speech may be. */
    private static final double FARTHEST = 2.5;

    /** How far one may be ahead of the other, after both were brought to the same length. */
    private static final double BAND = 0.15;

    private static final int NARROWEST_BAND = 40;

    /** Throats differ by about so much; the resonances of a child lie higher than those of a man. */
    private static final double[] STRETCHES = {0.82, 0.88, 0.94, 1, 1.06, 1.13, 1.2};

    private Aligner() {}

    /** Never fails; what does not fit is rejected. */
    public static Alignment align(Reference reference, Pcm sound) {
        var heard = Activity.of(sound);
        var spoken = Activity.of(reference.sound());
        if (heard.regions().isEmpty() || spoken.regions().isEmpty()) {
            return new Rejected(Reason.SILENCE, "nothing to hear (expected: speech)");
        }
        var length = length(heard.regions());
        var pace = (double) length / length(spoken.regions());
        if (pace > FARTHEST || pace < 1 / FARTHEST) {
            return new Rejected(
                    Reason.LENGTH,
                    "%.1f times as long as usual (expected: %.1f to %.1f)".formatted(pace, 1 / FARTHEST, FARTHEST));
        }
        var hop = Math.max(HOP, (double) length / MOST_FRAMES);
        var soundFrames = Frames.of(heard.regions(), sound.samples().length, hop);
        var referenceFrames = Frames.of(spoken.regions(), reference.sound().samples().length, hop / pace);
        var band = Math.max(NARROWEST_BAND, (int) (BAND * soundFrames.size()));
        var rows = Cepstra.of(Spectra.of(reference.sound(), referenceFrames), 1);
        var columns = nearest(rows, Spectra.of(sound, soundFrames), band);
        var path = TimeWarp.path(rows, columns, band);
        if (path == null) {
            return new Rejected(Reason.LENGTH, "other pauses than the reference (expected: about the same)");
        }
        var chance = Likeness.chance(rows, columns, band);
        var likeness = Likeness.of(path.cost(), chance);
        var confidence = new Confidence(likeness, path.unevenness());
        if (confidence.isLow()) {
            return new Rejected(Reason.OTHER_TEXT, confidence.toString());
        }
        var borders = new Borders(path, referenceFrames, soundFrames, spoken, heard);
        return found(reference.words(), borders, confidence, chance);
    }

    private static int length(List<Region> regions) {
        return Activity.WINDOW * regions.stream().mapToInt(Region::length).sum();
    }

    /** What the sound is like for a throat as long as that of the reference. */
    private static float[][] nearest(float[][] reference, Spectra sound, int band) {
        var best = Cepstra.of(sound, 1);
        var least = TimeWarp.cost(reference, best, band);
        for (var stretch : STRETCHES) {
            if (stretch == 1) {
                continue;
            }
            var columns = Cepstra.of(sound, stretch);
            var cost = TimeWarp.cost(reference, columns, band);
            if (cost < least) {
                least = cost;
                best = columns;
            }
        }
        return best;
    }

    private static Found found(List<SpokenWord> words, Borders borders, Confidence confidence, double chance) {
        var found = new ArrayList<SpokenWord>();
        var confidences = new ArrayList<Double>();
        var earliest = 0.0;
        for (var word : words) {
            var start = Math.max(earliest, borders.start(samples(word.offset())));
            var end = Math.max(start, borders.end(samples(word.offset().plus(word.duration()))));
            var offset = Pcm.time(Math.round(start));
            found.add(new SpokenWord(
                    word.text(), offset, Pcm.time(Math.round(end)).minus(offset)));
            confidences.add(confidence.of(Likeness.of(borders.distance(word), chance)));
            earliest = end;
        }
        return new Found(found, confidences, confidence.likeness());
    }

    static double samples(Duration time) {
        return time.toNanos() * 1e-9 * Pcm.SAMPLE_RATE;
    }
}
