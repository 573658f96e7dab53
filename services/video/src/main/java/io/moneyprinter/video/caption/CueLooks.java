package io.moneyprinter.video.caption;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.video.CaptionSettings.Animation;
import io.moneyprinter.contracts.video.CaptionSettings.Highlight;
import io.moneyprinter.timeline.Cue;
import java.util.TreeMap;

/** Says what a cue looks like at each frame. It depends on the cue alone, not on where a chunk begins. */
final class CueLooks {

    /** Pictures in which a word is larger, two frames each: it jumps out and falls back. */
    private static final int POP_STEPS = 2;

    private final Cue cue;
    private final Appearance appearance;
    private final long start;
    private final long frames;
    private final long hold;

    /** By frame, how much of the text is seen from then on. */
    private final TreeMap<Long, Integer> typed = new TreeMap<>();

    CueLooks(Cue cue, Appearance appearance) {
        this.cue = cue;
        this.appearance = appearance;
        this.start = cue.range().start().value();
        this.frames = cue.range().duration().value();
        var rate = cue.range().start().rate();
        this.hold = Motion.hold((double) rate.numerator() / rate.denominator());
        if (appearance.animation() == Animation.TYPEWRITER) {
            type();
        }
    }

    /** @param frame on the clock of the cue's range */
    Look at(long frame) {
        var active = appearance.highlight() == Highlight.NONE ? -1 : active(frame);
        var shown = cue.text().length();
        if (!typed.isEmpty()) {
            var entry = typed.floorEntry(frame);
            shown = entry == null ? 0 : entry.getValue();
        }
        var motion = Motion.at(appearance.animation(), frame - start, frames, hold);
        return new Look(active, pop(active, frame), shown, motion);
    }

    /** The word that was begun last; it stays active over the short silence after it. */
    private int active(long frame) {
        var active = -1;
        for (var i = 0; i < cue.words().size(); i++) {
            if (wordStart(i) <= frame) {
                active = i;
            }
        }
        return active;
    }

    private double pop(int active, long frame) {
        if (active < 0 || appearance.highlight() != Highlight.POP) {
            return 0;
        }
        var steps = Math.min(POP_STEPS, (wordEnd(active) - wordStart(active)) / (2 * hold));
        var step = (frame - wordStart(active)) / (2 * hold);
        return step >= steps ? 0 : Appearance.POP * (steps - step) / steps;
    }

    private long wordStart(int word) {
        return cue.words().get(word).range().start().value();
    }

    /** The start of the next word. */
    private long wordEnd(int word) {
        return word + 1 < cue.words().size() ? wordStart(word + 1) : start + frames;
    }

    /** Characters appear while their word is spoken, some at a time so that there are few pictures. */
    private void type() {
        var text = cue.text();
        var words = cue.words();
        if (words.isEmpty()) {
            type(0, text.length(), start, frames / 2);
        }
        for (var i = 0; i < words.size(); i++) {
            var from = i == 0 ? 0 : words.get(i).start();
            var to = i + 1 < words.size() ? words.get(i + 1).start() : text.length();
            type(
                    from,
                    to,
                    i == 0 ? start : wordStart(i),
                    words.get(i).range().duration().value());
        }
    }

    private void type(int from, int to, long first, long length) {
        var characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(cue.text().substring(from, to));
        var many = 0;
        while (characters.next() != BreakIterator.DONE) {
            many++;
        }
        characters.first();
        var pause = 3 * hold;
        for (var i = 0; i < many; i++) {
            var frame = first + i * length / many / pause * pause;
            typed.merge(frame, from + characters.next(), Math::max);
        }
    }
}
