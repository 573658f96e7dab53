package io.moneyprinter.video.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.video.encode.spi.VideoEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodersTests {

    private static final Canvas CANVAS = new Canvas(1080, 1920, 30);
    private static final VideoEncoder GPU = new DeviceStandIn("h264_nvenc", canvas -> List.of());

    @Test
    void usesTheProcessorWhereThereIsNoDevice() {
        var encoders = Encoders.onProcessor();
        var settled = encoders.settle(profile(Device.AUTO));

        assertThat(settled.device()).isEqualTo(Device.CPU);
        assertThat(encoders.pick(settled).name()).isEqualTo("libx264");
    }

    @Test
    void usesADeviceThatIsThereUnlessTheProcessorIsWanted() {
        var encoders = Encoders.with(List.of(GPU));

        assertThat(encoders.pick(encoders.settle(profile(Device.AUTO))).name()).isEqualTo("h264_nvenc");
        assertThat(encoders.pick(encoders.settle(profile(Device.CPU))).name()).isEqualTo("libx264");
    }

    @Test
    void refusesAGpuThatIsNotThere() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> Encoders.onProcessor().settle(profile(Device.GPU)))
                .withMessage("device: gpu (expected: auto or cpu, as no GPU here encodes h264)")
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/video_settings/output/device"));
    }

    @Test
    void namesChunksOfADeviceApart() {
        var encoders = Encoders.with(List.of(GPU));

        assertThat(encoders.settle(profile(Device.AUTO)).chunk("look"))
                .isNotEqualTo(encoders.settle(profile(Device.CPU)).chunk("look"));
    }

    private static Profile profile(Device device) {
        var output = new OutputSettings(null, null, null, null, device);
        return Profile.of(VideoSettings.DEFAULT.withEncoding(null, null, null, output), CANVAS);
    }
}
