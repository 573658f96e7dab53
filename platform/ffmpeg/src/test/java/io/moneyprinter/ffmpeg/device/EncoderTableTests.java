package io.moneyprinter.ffmpeg.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTableTests {

    @Test
    void readsTheTableOfTheEmbeddedProgram() throws IOException {
        var table = EncoderTable.parse(Recording.lines("encoders-8.1.2.txt"));

        assertThat(table.codecs(DeviceFamily.NVENC)).containsExactly(VideoCodec.H264, VideoCodec.HEVC, VideoCodec.AV1);
        assertThat(table.codecs(DeviceFamily.QSV)).containsExactly(VideoCodec.H264, VideoCodec.HEVC, VideoCodec.VP9);
        assertThat(table.codecs(DeviceFamily.VAAPI)).containsExactly(VideoCodec.values());
        assertThat(table.codecs(DeviceFamily.AMF)).isEmpty();
        assertThat(table.codecs(DeviceFamily.VIDEOTOOLBOX)).isEmpty();
        assertThat(table.names()).contains("libx264", "mjpeg").doesNotContain("=", "aac", "Video");
    }

    @Test
    void readsNothingFromWhatIsNoTable() {
        assertThat(EncoderTable.parse(List.of("", "Encoders:", " V..... = Video", "h264_nvenc is missing"))
                        .names())
                .isEmpty();
    }
}
