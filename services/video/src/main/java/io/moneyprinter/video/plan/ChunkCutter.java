package io.moneyprinter.video.plan;

import io.moneyprinter.timeline.Item;
import io.moneyprinter.timeline.RationalTime;
import io.moneyprinter.timeline.Track;
import io.moneyprinter.timeline.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the picture track into stretches that can be rendered alone. Borders lie where a cut is or a transition has just
 * ended; only a visual that is seen very long is cut inside. Where the borders are depends on the film alone, not on
 * the machine, so that equal films have equal chunks everywhere.
 */
final class ChunkCutter {

    /** A chunk before it has a name. */
    record Cut(long firstFrame, long frames, List<View> views, List<Segment> segments) {}

    private final List<Scene> scenes;
    private final long goodLength;
    private final long longest;

    private ChunkCutter(List<Scene> scenes, long goodLength, long longest) {
        this.scenes = scenes;
        this.goodLength = goodLength;
        this.longest = longest;
    }

    /**
     * @param goodLength of a chunk: short enough to share the work out evenly, long enough that starting a process does
     *     not count
     */
    static List<Cut> cut(FilmTimeline film, Duration goodLength) {
        var rate = film.timeline().rate();
        var scenes = scenes(film.timeline().pictures().getFirst(), film.shown());
        var frames = rate.nearest(goodLength).value();
        var cutter = new ChunkCutter(scenes, frames, 2 * frames);
        return cutter.cut();
    }

    /** Each visual with the handles that its neighbouring transitions ask of it. */
    static List<Scene> scenes(Track track, List<Shown> shown) {
        var scenes = new ArrayList<Scene>();
        var at = 0L;
        var head = 0L;
        Transition.@Nullable Kind leadIn = null;
        for (var child : track.children()) {
            switch (child) {
                case Transition transition -> {
                    var last = scenes.removeLast();
                    var tail = transition.outOffset().value();
                    scenes.add(last.longerBy(tail));
                    head = transition.inOffset().value();
                    leadIn = transition.kind();
                }
                case Item item -> {
                    var frames = value(item.duration());
                    var what = shown.get(scenes.size());
                    scenes.add(new Scene(what.visual(), what.framing(), at - head, head + frames, leadIn));
                    at += frames;
                    head = 0;
                    leadIn = null;
                }
            }
        }
        return List.copyOf(scenes);
    }

    private static long value(RationalTime time) {
        return time.value();
    }

    private List<Cut> cut() {
        var borders = borders();
        var cuts = new ArrayList<Cut>();
        for (var i = 1; i < borders.size(); i++) {
            cuts.add(cut(borders.get(i - 1), borders.get(i)));
        }
        return cuts;
    }

    private List<Long> borders() {
        var borders = new ArrayList<Long>();
        borders.add(0L);
        for (var i = 0; i < scenes.size(); i++) {
            // From here on this scene is seen alone, until the next one comes in.
            var from = i == 0 ? 0 : scenes.get(i - 1).endFrame();
            var last = i == scenes.size() - 1;
            var to = last ? scenes.get(i).endFrame() : scenes.get(i + 1).firstFrame();
            if (from > borders.getLast() && from - borders.getLast() >= goodLength) {
                borders.add(from);
            }
            while (to - borders.getLast() > longest && to - from > goodLength) {
                borders.add(Math.max(borders.getLast(), from) + goodLength);
            }
        }
        var end = scenes.getLast().endFrame();
        // A last chunk of a few frames is not worth a process.
        if (borders.size() > 1 && end - borders.getLast() < goodLength / 4) {
            borders.removeLast();
        }
        borders.add(end);
        return borders;
    }

    private Cut cut(long from, long to) {
        var views = new ArrayList<View>();
        var segments = new ArrayList<Segment>();
        var first = -1;
        for (var i = 0; i < scenes.size(); i++) {
            var scene = scenes.get(i);
            var seenFrom = Math.max(from, scene.firstFrame());
            var seenTo = Math.min(to, scene.endFrame());
            if (seenFrom >= seenTo) {
                continue;
            }
            first = first < 0 ? i : first;
            views.add(new View(
                    scene.visual(), scene.framing(), scene.frames(), seenFrom - scene.firstFrame(), seenTo - seenFrom));
            var view = i - first;
            if (i > 0) {
                blend(i, view, from, to, segments);
            }
            var aloneFrom = Math.max(from, i == 0 ? 0 : scenes.get(i - 1).endFrame());
            var aloneTo =
                    Math.min(to, i == scenes.size() - 1 ? to : scenes.get(i + 1).firstFrame());
            if (aloneFrom < aloneTo) {
                segments.add(new Segment.Body(view, aloneFrom - seenFrom, aloneTo - aloneFrom));
            }
        }
        return new Cut(from, to - from, List.copyOf(views), List.copyOf(segments));
    }

    /** The transition into scene {@code i}, which a chunk holds whole or not at all. */
    private void blend(int i, int view, long from, long to, List<Segment> segments) {
        var left = scenes.get(i - 1);
        var right = scenes.get(i);
        var kind = right.leadIn();
        var start = right.firstFrame();
        var end = left.endFrame();
        if (kind != null && start >= from && end <= to) {
            var leftSeenFrom = Math.max(from, left.firstFrame());
            segments.add(new Segment.Blend(kind, view - 1, start - leftSeenFrom, view, 0, end - start));
        }
    }
}
