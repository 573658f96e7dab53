package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.materials.Visual.Footage;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.video.plan.Framing;
import io.moneyprinter.video.plan.View;
import io.moneyprinter.video.source.SourceFacts;
import java.util.ArrayList;
import java.util.List;

/** What filters make of footage: exactly the frames of a view. */
final class FootagePictures {

    /** Decoders need a little before a cut to be in step, whatever the distance of key frames. */
    private static final int PRE_ROLL_SECONDS = 1;

    private final Chains chains;
    private final Canvas canvas;
    private final Media media;

    FootagePictures(Chains chains, Canvas canvas, Media media) {
        this.chains = chains;
        this.canvas = canvas;
        this.media = media;
    }

    Pad show(Footage footage, Framing.Filmed framing, View shown) {
        var view = shown.later(start(footage, framing.speed()));
        var end = view.from() + view.frames();
        var seconds = footage.duration().toMillis() / 1_000.0 / framing.speed();
        var loops = Math.floor(seconds * canvas.fps()) < end;
        var start = loops ? 0 : seek(view, framing.speed());

        var facts = media.facts(footage.media());
        var input = Probe.input(media.file(footage.media())).with("threads", 1);
        for (var option : Normalising.decoding(facts)) {
            input = input.with(option);
        }
        if (start > 0) {
            input = input.with("ss", start);
        }
        if (loops) {
            input = input.with("stream_loop", -1);
        }
        var framed = new Framed(
                canvas.width(),
                canvas.height(),
                framing.fit(),
                framing.focusX(),
                framing.focusY(),
                framing.background(),
                "bicubic",
                Normalising.after(facts));
        var opaque = Normalising.over(chains, chains.input(input), facts, framing.background());
        return framed.show(chains, opaque, frames(facts, view, framing.speed(), start));
    }

    /** How many frames of the footage, at its speed, are passed over. */
    private int start(Footage footage, double speed) {
        return footage.start() == null
                ? 0
                : (int) Math.round(footage.start().toMillis() / 1_000.0 / speed * canvas.fps());
    }

    /** Whole seconds of the footage that need not be read. */
    private long seek(View view, double speed) {
        return Math.max(0, (long) Math.floor(view.from() * speed / canvas.fps()) - PRE_ROLL_SECONDS);
    }

    private List<Filter> frames(SourceFacts facts, View view, double speed, long start) {
        var filters = new ArrayList<>(Normalising.before(facts));
        // The first frame of the canvas' rate that comes after the place where reading starts.
        var first = (long) Math.ceil(start / speed * canvas.fps() - 1e-6);
        if (speed != 1) {
            // Times count from the start of the footage again, or another chunk would pick other frames.
            filters.add(filter("setpts").with("expr", "(PTS+%d/TB)/%s".formatted(start, speed)));
        }
        // A first frame that comes late is shown from the start; after the last one, it stays.
        filters.add(filter("fps")
                .with("fps", canvas.fps())
                .with("start_time", speed == 1 ? 0 : (double) first / canvas.fps()));
        filters.add(filter("tpad").with("stop", -1).with("stop_mode", "clone"));
        var from = view.from() - first;
        filters.add(filter("trim").with("start_frame", from).with("end_frame", from + view.frames()));
        filters.add(filter("setpts").with("expr", "PTS-STARTPTS"));
        return filters;
    }
}
