package io.moneyprinter.ffmpeg.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.ffmpeg.FailureCause;
import io.moneyprinter.ffmpeg.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceFailureTests {

    /** The files are named after the fault, the encoder, and where the words are from. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACCESS_DENIED-vaapi-8.1.2",
                "CODEC_UNSUPPORTED-amf-8.1.2",
                "CODEC_UNSUPPORTED-nvenc-source",
                "DRIVER_TOO_OLD-nvenc-source",
                "LOST-videotoolbox-reported",
                "NOT_CAPABLE-nvenc-source",
                "NO_DRIVER-amf-reported",
                "NO_DRIVER-nvenc-8.1.2",
                "NO_DRIVER-nvenc-no-device-source",
                "NO_DRIVER-qsv-8.1.2",
                "NO_DRIVER-qsv-reported",
                "NO_DRIVER-vaapi-reported",
                "NO_ENCODER-nvenc-reported",
                "NO_ENCODER-vaapi-entrypoint-reported",
                "NO_ENCODER-vaapi-profile-reported",
                "OUT_OF_MEMORY-nvenc-reported",
                "SESSIONS_TAKEN-nvenc-newer-driver-reported",
                "SESSIONS_TAKEN-nvenc-reported",
                "SETTINGS_REFUSED-nvenc-source",
                "SETTINGS_REFUSED-qsv-reported"
            })
    void knowsWhatRealFailuresMean(String recording) throws IOException {
        var log = Recording.text("failures/" + recording + ".txt");

        var failure = DeviceFailure.of(new Outcome.Failed(FailureCause.OTHER, 187, log));

        assertThat(failure.fault().name()).isEqualTo(recording.substring(0, recording.indexOf('-')));
        assertThat(failure.detail()).isNotBlank().doesNotContain("0x55");
    }

    @Test
    void saysWhyAnAcceleratorWithoutEncoderIsNoGoodInItsOwnWords() throws IOException {
        var log = Recording.text("failures/NO_ENCODER-nvenc-reported.txt");

        assertThat(DeviceFailure.of(new Outcome.Failed(FailureCause.OTHER, 187, log))
                        .reason())
                .isEqualTo("it has no encoder (H100, H200 and A100 have none): "
                        + "OpenEncodeSessionEx failed: unsupported device (2): (no details)");
    }

    @Test
    void tellsAHangFromACrashAndFromTheUnknown() {
        assertThat(DeviceFailure.of(new Outcome.Failed(FailureCause.TIMED_OUT, 143, ""))
                        .fault())
                .isEqualTo(DeviceFault.HUNG);
        assertThat(DeviceFailure.of(new Outcome.Failed(FailureCause.CRASHED, 139, ""))
                        .fault())
                .isEqualTo(DeviceFault.CRASHED);
        assertThat(DeviceFailure.of(new Outcome.Failed(FailureCause.OTHER, 1, "Invalid data found")))
                .isEqualTo(new DeviceFailure(DeviceFault.UNKNOWN, "Invalid data found"));
    }
}
