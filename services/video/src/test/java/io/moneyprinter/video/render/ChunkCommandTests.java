package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.Visual.Footage;
import io.moneyprinter.contracts.materials.Visual.Layer;
import io.moneyprinter.contracts.materials.Visual.Still;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Easing;
import io.moneyprinter.contracts.video.Fit;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.testing.Golden;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.Transition;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.encode.Profile;
import io.moneyprinter.video.plan.Camera;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.Framing;
import io.moneyprinter.video.plan.Look;
import io.moneyprinter.video.plan.Segment;
import io.moneyprinter.video.plan.View;
import io.moneyprinter.video.source.SourceFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChunkCommandTests {

    private static final Canvas CANVAS = new Canvas(1080, 1920, 30);
    static final SourceFacts PLAIN = new SourceFacts(
            "h264",
            1920,
            1080,
            0,
            1,
            "yuv420p",
            8,
            false,
            false,
            SourceFacts.Transfer.SDR,
            SourceFacts.Fields.PROGRESSIVE,
            FrameRate.of(30),
            false,
            Duration.ZERO,
            Duration.ofSeconds(20));
    private static final Framing FILMED = new Framing.Filmed(Fit.COVER, 0.5, 0.5, "#000000", 1);
    private static final Framing PHOTOGRAPHED =
            new Framing.Photographed(Fit.COVER, 0.5, 0.4, "#000000", new Camera.Zoom(1, 1.12, 0.5, 0.4, Easing.LINEAR));

    @Test
    void compilesFootageThatDissolvesIntoAStill() {
        var footage = new Footage(new ObjectKey("media/harbour.mp4"), 1920, 1080, Duration.ofSeconds(20));
        var still = new Still(new ObjectKey("media/sunrise.jpg"), 4000, 3000, 1, 1.12, 0.5, 0.4);

        assertGolden(
                "footage-dissolves-into-still.ffmpeg",
                List.of(new View(footage, FILMED, 200, 90, 65), new View(still, PHOTOGRAPHED, 80, 0, 80)),
                new Segment.Body(0, 0, 55),
                new Segment.Blend(Transition.Kind.DISSOLVE, 0, 55, 1, 0, 10),
                new Segment.Body(1, 10, 70));
    }

    @Test
    void compilesAComposition() {
        var ground = new Layer(new ObjectKey("media/ground.png"), 1200, 2000, -20, -10, -60, 0, Entrance.NONE);
        var title = new Layer(
                new ObjectKey("media/title.png"),
                900,
                300,
                90,
                400,
                0,
                0,
                new Entrance(Entrance.Style.RISE, Duration.ofMillis(200), Duration.ofMillis(500)));
        var card = new Layer(
                new ObjectKey("media/card.png"),
                700,
                500,
                190,
                900,
                30,
                -12,
                new Entrance(Entrance.Style.FADE, Duration.ofMillis(400), Duration.ofMillis(300)));

        assertGolden(
                "composition.ffmpeg",
                List.of(new View(new Composition(List.of(ground, title, card)), new Framing.Designed(), 120, 0, 120)),
                new Segment.Body(0, 0, 120));
    }

    private static void assertGolden(String name, List<View> views, Segment... segments) {
        var frames = List.of(segments).stream().mapToLong(Segment::frames).sum();
        var chunk = new ChunkPlan(
                0, 0, frames, views, List.of(segments), Look.PLAIN, List.of(), new ObjectKey("chunks/golden.mp4"));
        var drawn = new ChunkCommand.Drawn(
                new ChunkCommand.Captions(Path.of("/work/captions.ffconcat"), 90, 1200),
                Map.of(1, Path.of("/work/frames-1.yuv")));
        var command = ChunkCommand.compile(
                chunk,
                CANVAS,
                new Media(key -> Path.of("/store").resolve(key.value()), key -> PLAIN),
                drawn,
                Encoders.onProcessor().settings(Profile.of(VideoSettings.DEFAULT, CANVAS), CANVAS),
                Path.of("/work/out.mp4"));

        Golden.assertMatches(name, command.toString());
    }
}
