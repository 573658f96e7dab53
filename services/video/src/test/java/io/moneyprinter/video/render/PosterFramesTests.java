package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.contracts.materials.Visual.Still;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.timeline.Transition;
import io.moneyprinter.video.encode.Profile;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.CueSlice;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.plan.Framing;
import io.moneyprinter.video.plan.Look;
import io.moneyprinter.video.plan.Segment;
import io.moneyprinter.video.plan.SoundPlan;
import io.moneyprinter.video.plan.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PosterFramesTests {

    private static final Canvas CANVAS = new Canvas(1080, 1920, 30);
    private static final Visual STILL = new Still(new ObjectKey("media/a.png"), 100, 100, 1, 1, 0.5, 0.5);

    @Test
    void keepsAwayFromTransitions() {
        var plan = plan(chunk(
                List.of(STILL, STILL),
                List.of(),
                new Segment.Body(0, 0, 30),
                new Segment.Blend(Transition.Kind.DISSOLVE, 0, 30, 1, 0, 10),
                new Segment.Body(1, 10, 30)));

        assertThat(PosterFrames.of(plan, 1_000)).isEqualTo(frames(6, 24, 46, 64));
    }

    @Test
    void waitsUntilAllLayersAreThere() {
        var entrance = new Entrance(Entrance.Style.FADE, Duration.ofMillis(500), Duration.ofMillis(500));
        var layer = new Layer(new ObjectKey("media/b.png"), 10, 10, 0, 0, 0, 0, entrance);
        var plan = plan(chunk(List.of(new Composition(List.of(layer))), List.of(), new Segment.Body(0, 0, 60)));

        assertThat(PosterFrames.of(plan, 1_000)).isEqualTo(frames(30, 54));
    }

    @Test
    void takesCaptionsThatAreFullyThereOrNotAtAll() {
        var cue = new CueSlice(
                20, 60, "One two", List.of(new CueSlice.Word(20, 20, 0, 3), new CueSlice.Word(50, 20, 4, 7)));
        var plan = plan(chunk(List.of(STILL), List.of(cue), new Segment.Body(0, 0, 100)));

        assertThat(PosterFrames.of(plan, 1_000)).isEqualTo(frames(6, 20, 35, 50, 55, 71, 80, 94));
    }

    @Test
    void findsAFrameWhereSomethingAlwaysMoves() {
        var plan = plan(
                chunk(List.of(STILL, STILL), List.of(), new Segment.Blend(Transition.Kind.DISSOLVE, 0, 0, 1, 0, 40)));

        assertThat(PosterFrames.of(plan, 12)).containsExactly(20L);
    }

    @Test
    void spreadsItsChoiceOverTheFilm() {
        var all = LongStream.range(0, 100).boxed().toList();

        assertThat(PosterFrames.spread(all, 4)).containsExactly(12L, 37L, 62L, 87L);
    }

    /** From each first number up to, and without, the one behind it. */
    private static List<Long> frames(long... borders) {
        var frames = new ArrayList<Long>();
        for (var i = 0; i < borders.length; i += 2) {
            LongStream.range(borders[i], borders[i + 1]).forEach(frames::add);
        }
        return frames;
    }

    private static ChunkPlan chunk(List<Visual> visuals, List<CueSlice> captions, Segment... segments) {
        var length = List.of(segments).stream().mapToLong(Segment::frames).sum();
        var views = visuals.stream()
                .map(visual -> new View(visual, new Framing.Designed(), 200, 0, 200))
                .toList();
        return new ChunkPlan(
                0, 0, length, views, List.of(segments), Look.PLAIN, captions, new ObjectKey("chunks/a-b.mp4"));
    }

    private static FilmPlan plan(ChunkPlan chunk) {
        var profile = Profile.of(VideoSettings.DEFAULT, CANVAS);
        var sound = new SoundPlan(
                48_000,
                chunk.frames() * 1_600,
                List.of(),
                null,
                null,
                null,
                0,
                1,
                -14,
                -1,
                SoundSettings.CutEffect.NONE,
                0,
                List.of());
        return new FilmPlan(
                "A film",
                "en",
                CANVAS,
                profile,
                CaptionSettings.DEFAULT,
                chunk.frames(),
                List.of(chunk),
                sound,
                null,
                null);
    }
}
