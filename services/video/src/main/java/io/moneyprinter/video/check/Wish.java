package io.moneyprinter.video.check;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.plan.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a finished film has to be.
 *
 * @param soundSeconds exact length of the sound
 * @param integratedLufs how loud it should be
 * @param truePeakDbtp how loud it should be at most at any moment
 * @param moving where footage is seen: all else may be designed to stand still
 * @param pictured where footage or photos are seen: all else may be designed to be black
 * @param spoken where something is said
 */
public record Wish(
        Canvas canvas,
        long frames,
        Coding coding,
        double soundSeconds,
        double integratedLufs,
        double truePeakDbtp,
        List<Stretch> moving,
        List<Stretch> pictured,
        List<Stretch> spoken) {

    public Wish {
        moving = List.copyOf(moving);
        pictured = List.copyOf(pictured);
        spoken = List.copyOf(spoken);
    }

    /** What the plan says, as H.264. */
    public static Wish of(FilmPlan plan) {
        var rate = (double) plan.sound().sampleRate();
        var spoken = plan.sound().narration().stream()
                .map(voice -> new Stretch(voice.start() / rate, (voice.start() + voice.samples()) / rate))
                .toList();
        return new Wish(
                plan.canvas(),
                plan.frames(),
                Coding.H264,
                plan.sound().samples() / rate,
                plan.sound().loudness(),
                plan.sound().truePeak(),
                shown(plan, Visual.Footage.class::isInstance),
                shown(plan, visual -> !(visual instanceof Visual.Composition)),
                spoken);
    }

    boolean audible() {
        return coding.audio() != null;
    }

    /** The same in another coding. */
    public Wish as(Coding other) {
        return new Wish(canvas, frames, other, soundSeconds, integratedLufs, truePeakDbtp, moving, pictured, spoken);
    }

    /** The same on another canvas, with so many frames there. */
    public Wish on(Canvas other, long otherFrames) {
        return new Wish(
                other, otherFrames, coding, soundSeconds, integratedLufs, truePeakDbtp, moving, pictured, spoken);
    }

    double seconds() {
        return (double) frames / canvas.fps();
    }

    private static List<Stretch> shown(FilmPlan plan, Predicate<Visual> wanted) {
        var stretches = new ArrayList<Stretch>();
        for (var chunk : plan.chunks()) {
            var at = chunk.firstFrame();
            for (var segment : chunk.segments()) {
                if (segment instanceof Segment.Body body && wanted.test(visual(chunk, body))) {
                    var fps = (double) plan.canvas().fps();
                    stretches.add(new Stretch(at / fps, (at + body.frames()) / fps));
                }
                at += segment.frames();
            }
        }
        return stretches;
    }

    private static Visual visual(ChunkPlan chunk, Segment.Body body) {
        return chunk.views().get(body.view()).visual();
    }
}
