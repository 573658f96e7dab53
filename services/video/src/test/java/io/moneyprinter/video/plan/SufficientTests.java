package io.moneyprinter.video.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Footage;
import io.moneyprinter.contracts.materials.Visual.Proxy;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Fit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SufficientTests {

    private static final Proxy WHOLE = new Proxy(new ObjectKey("variants/whole.mp4"), 1920, 1080, true);
    private static final Proxy MIDDLE = new Proxy(new ObjectKey("variants/middle.mp4"), 1536, 1920, false);
    private static final Footage WIDE = footage(3840, 2160, WHOLE, MIDDLE);
    private static final Footage UPRIGHT = footage(
            2160,
            3840,
            new Proxy(new ObjectKey("variants/whole.mp4"), 1080, 1920, true),
            new Proxy(new ObjectKey("variants/middle.mp4"), 1920, 1536, false));

    @ParameterizedTest
    @CsvSource({
        // Of a wide source.
        "true, 1920, 1080, COVER, 0.5, whole",
        "true, 1280, 720, COVER, 0.1, whole",
        "true, 1080, 1080, COVER, 0.1, whole",
        "true, 1080, 1920, COVER, 0.5, middle",
        "true, 1080, 1350, COVER, 0.5, middle",
        "true, 1080, 1920, COVER, 0.4, original",
        "true, 1440, 1440, COVER, 0.5, original",
        "true, 1080, 1920, CONTAIN, 0.5, whole",
        "true, 1080, 1920, BLUR, 0.5, whole",
        "true, 2560, 1440, COVER, 0.5, original",
        "true, 3840, 2160, COVER, 0.5, original",
        "true, 2160, 3840, COVER, 0.5, original",
        "true, 3840, 2160, CONTAIN, 0.5, original",
        // Of an upright one.
        "false, 1080, 1920, COVER, 0.5, whole",
        "false, 1920, 1080, COVER, 0.5, middle",
        "false, 1440, 1080, COVER, 0.5, middle",
        "false, 1920, 1080, COVER, 0.2, original",
        "false, 2160, 3840, COVER, 0.5, original",
    })
    void readsTheSmallestFileThatIsLargeEnough(
            boolean wide, int width, int height, Fit fit, double focus, String read) {
        var footage = wide ? WIDE : UPRIGHT;
        var framing = new Framing.Filmed(fit, focus, focus, "#000000", 1);

        var shown = (Footage) Sufficient.of(footage, framing, new Canvas(width, height, 30));

        var expected = read.equals("original") ? "materials/film.mp4" : "variants/%s.mp4".formatted(read);
        assertThat(shown.media()).isEqualTo(new ObjectKey(expected));
        assertThat(shown.start()).isEqualTo(footage.start());
        assertThat(shown.duration()).isEqualTo(footage.duration());
    }

    @Test
    void makesTheSameChunksOfTheOriginalWhateverElseThereIs() {
        var framing = new Framing.Filmed(Fit.COVER, 0.5, 0.5, "#000000", 1);
        var canvas = new Canvas(3840, 2160, 30);
        var alone = footage(3840, 2160);

        assertThat(Sufficient.of(WIDE, framing, canvas)).isEqualTo(Sufficient.of(alone, framing, canvas));
        assertThat(Sufficient.of(alone, framing, canvas)).isEqualTo(alone);
    }

    @Test
    void leavesPhotosAlone() {
        var still = new Visual.Still(new ObjectKey("materials/photo.jpg"), 3840, 2160, 1, 1.1, 0.5, 0.5);

        assertThat(Sufficient.of(still, new Framing.Designed(), new Canvas(1080, 1920, 30)))
                .isEqualTo(still);
    }

    private static Footage footage(int width, int height, Proxy... proxies) {
        return new Footage(
                new ObjectKey("materials/film.mp4"),
                width,
                height,
                Duration.ofSeconds(20),
                Duration.ofSeconds(3),
                List.of(proxies));
    }
}
