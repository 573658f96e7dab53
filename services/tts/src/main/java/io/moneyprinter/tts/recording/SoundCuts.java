package io.moneyprinter.tts.recording;

import io.moneyprinter.tts.alignment.Aligner;
import io.moneyprinter.tts.alignment.Alignment.Found;
import io.moneyprinter.tts.alignment.Reference;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.recording.SentenceCuts.Part;
import io.moneyprinter.tts.spi.SpokenWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where one sentence ends and the next begins by following the words of the whole script through the whole
 * recording; the pause nearest to there is the cut.
 */
final class SoundCuts {

    /** How far from where the words change a pause may be, in windows. */
    private static final int NEAR = 35;

    private static final double CONFIDENCE = 0.5;

    /** Silence between two sentences, in windows. */
    private record Pause(int from, int to) {

        /** 0 when the moment is in it. */
        int distance(int moment) {
            return Math.max(0, Math.max(from - moment, moment - to));
        }

        int length() {
            return to - from;
        }
    }

    private SoundCuts() {}

    /**
     * One part per sentence; null when the recording is not like the script as a whole, or cannot be cut so.
     *
     * @param references one per sentence; null for one that has none, and then there is no way
     */
    static @Nullable List<Part> find(List<@Nullable Reference> references, Pcm recording, Activity activity) {
        var script = new ArrayList<Reference>();
        for (var reference : references) {
            if (reference == null) {
                return null;
            }
            script.add(reference);
        }
        if (!(Aligner.align(Reference.joined(script), recording) instanceof Found found)) {
            return null;
        }
        var pauses = new ArrayList<Pause>();
        pauses.add(new Pause(0, activity.regions().getFirst().from()));
        var word = 0;
        for (var i = 0; i + 1 < script.size(); i++) {
            word += script.get(i).words().size();
            pauses.add(pause(found.words().get(word - 1), found.words().get(word), activity));
        }
        pauses.add(new Pause(activity.regions().getLast().to(), activity.levels().length));
        return parts(pauses);
    }

    private static Pause pause(SpokenWord last, SpokenWord next, Activity activity) {
        var border = (window(last, true) + window(next, false)) / 2;
        var best = quietest(activity.levels(), border);
        var least = NEAR;
        for (var i = 1; i < activity.regions().size(); i++) {
            var pause = new Pause(
                    activity.regions().get(i - 1).to(),
                    activity.regions().get(i).from());
            // Of two that are about as near, the longer one divides sentences.
            var distance = pause.distance(border) - pause.length() / 4;
            if (pause.distance(border) <= NEAR && distance < least) {
                least = distance;
                best = pause;
            }
        }
        return best;
    }

    private static int window(SpokenWord word, boolean end) {
        var moment = end ? word.offset().plus(word.duration()) : word.offset();
        return (int) (moment.toNanos() * 1e-9 * Pcm.SAMPLE_RATE / Activity.WINDOW);
    }

    /** Who does not pause is cut where he is quietest. */
    private static Pause quietest(double[] levels, int border) {
        var best = Math.clamp(border, 0, levels.length - 1);
        for (var at = Math.max(0, border - NEAR / 5); at < Math.min(levels.length, border + NEAR / 5); at++) {
            if (levels[at] < levels[best]) {
                best = at;
            }
        }
        return new Pause(best, best);
    }

    private static @Nullable List<Part> parts(List<Pause> pauses) {
        var parts = new ArrayList<Part>();
        for (var i = 1; i < pauses.size(); i++) {
            var before = pauses.get(i - 1);
            var after = pauses.get(i);
            if (after.from() <= before.to()) {
                return null;
            }
            parts.add(new Part(before.to(), after.from(), before.length() / 2, after.length() / 2, CONFIDENCE));
        }
        return parts;
    }

    /** Whether both cut at the same places. */
    static boolean isSame(List<Part> some, List<Part> others) {
        for (var i = 0; i < some.size(); i++) {
            if (some.get(i).from() != others.get(i).from()
                    || some.get(i).to() != others.get(i).to()) {
                return false;
            }
        }
        return true;
    }
}
