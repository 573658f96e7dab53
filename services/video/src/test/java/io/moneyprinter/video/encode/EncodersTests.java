package io.moneyprinter.video.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.contracts.video.VideoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodersTests {

    private static final Canvas CANVAS = new Canvas(1080, 1920, 30);

    @ParameterizedTest
    @CsvSource({"h264,libx264", "hevc,libx265", "vp9,libvpx-vp9", "av1,libsvtav1"})
    void hasOneForEveryCodec(String codec, String name) {
        assertThat(Encoders.onProcessor().pick(profile(codec, Device.AUTO)).name())
                .isEqualTo(name);
    }

    /** So that a film which loses its device finds what the processor has done before. */
    @Test
    void namesChunksOfTheProcessorAlikeWhateverDeviceIsWanted() {
        var wanted = profile("h264", Device.GPU);

        assertThat(wanted.chunk("look"))
                .isEqualTo(profile("h264", Device.CPU).chunk("look"))
                .isEqualTo(profile("h264", Device.AUTO).chunk("look"));
    }

    private static Profile profile(String codec, Device device) {
        var output = new OutputSettings(null, null, null, null, device);
        return Profile.of(VideoSettings.DEFAULT.withEncoding(codec, null, null, output), CANVAS);
    }
}
