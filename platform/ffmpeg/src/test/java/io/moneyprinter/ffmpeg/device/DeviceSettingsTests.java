package io.moneyprinter.ffmpeg.device;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceSettingsTests {

    private static final EncodeProfile HIGH = new EncodeProfile(VideoCodec.H264, new RateControl.Quality(20), 30, 60);

    @Test
    void asksNvidiaForAQualityAndForNoBitrate() {
        assertThat(command(device(DeviceFamily.NVENC, "1"), HIGH))
                .contains(
                        "-c:v h264_nvenc -gpu 1 -preset p4 -tune hq -rc vbr -cq 22 -b:v 0 -spatial-aq 1 -no-scenecut 1")
                .contains("-g 60 -bf 2 -profile:v high");
    }

    @Test
    void keepsNvidiaToACeiling() {
        var limited = new EncodeProfile(VideoCodec.H264, new RateControl.Quality(20, 25_000), 30, 60);

        assertThat(command(device(DeviceFamily.NVENC, "0"), limited))
                .contains("-rc vbr -cq 22 -b:v 0 -maxrate 25000k -bufsize 25000k ");
    }

    @Test
    void opensTheDeviceAndUploadsForVaapi() {
        assertThat(command(device(DeviceFamily.VAAPI, "/dev/dri/renderD129"), HIGH))
                .startsWith("-init_hw_device vaapi=gpu:/dev/dri/renderD129 -filter_hw_device gpu ")
                .contains("[picture]format=pix_fmts=nv12,hwupload[uploaded]")
                .contains("-c:v h264_vaapi -rc_mode CQP -qp 22 -idr_interval 0")
                .doesNotContain("-pix_fmt");
    }

    @Test
    void asksIntelForAGlobalQuality() {
        assertThat(command(device(DeviceFamily.QSV, "/dev/dri/renderD128"), HIGH))
                .startsWith("-init_hw_device qsv=gpu,child_device=/dev/dri/renderD128 ")
                .contains("[picture]format=pix_fmts=nv12[uploaded]")
                .contains("-c:v h264_qsv -preset medium -global_quality 22 -adaptive_i 0 -forced_idr 1");
    }

    @Test
    void asksAmdForAConstantQuantizerAndAppleForAPercentage() {
        assertThat(command(device(DeviceFamily.AMF, ""), HIGH))
                .contains("-c:v h264_amf -quality balanced -rc cqp -qp_i 22 -qp_p 22 -qp_b 24");
        assertThat(command(device(DeviceFamily.VIDEOTOOLBOX, ""), HIGH))
                .contains("-c:v h264_videotoolbox -allow_sw 0 -q:v 65");
    }

    @ParameterizedTest
    @EnumSource(DeviceFamily.class)
    void closesGroupsAndNamesColoursEverywhere(DeviceFamily family) {
        for (var codec : VideoCodec.values()) {
            var profile = new EncodeProfile(codec, new RateControl.Quality(23), 25, 50);

            assertThat(command(device(family, "0"), profile))
                    .contains("-c:v " + codec.ffmpegName() + "_" + family.suffix() + " ")
                    .contains("-g 50 ")
                    .contains("-flags:v +cgop+bitexact -color_primaries bt709 -color_trc bt709 -colorspace bt709 "
                            + "-color_range tv -r 25");
        }
    }

    @ParameterizedTest
    @EnumSource(DeviceFamily.class)
    void keepsToABitrateEverywhere(DeviceFamily family) {
        var profile = new EncodeProfile(VideoCodec.HEVC, new RateControl.Bitrate(8_000), 25, 50);

        assertThat(command(device(family, "0"), profile))
                .contains("-b:v 8000k -maxrate 12000k -bufsize 16000k")
                .contains("-bf 0")
                .doesNotContainPattern("-(cq|qp|global_quality|q:v) ");
    }

    @Test
    void keepsTheScaleInItsBounds() {
        assertThat(Scale.of(new RateControl.Quality(51), VideoCodec.AV1)).isEqualTo(51);
        assertThat(Scale.quantizer(new RateControl.Quality(51), VideoCodec.VP9)).isEqualTo(224);
        assertThat(Scale.percent(new RateControl.Quality(0))).isEqualTo(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateControl.Quality(52))
                .withMessage("crf: 52 (expected: 0 to 51)");
    }

    private static Device device(DeviceFamily family, String place) {
        return Device.candidate(family, place, 1);
    }

    private static String command(Device device, EncodeProfile profile) {
        var picture = Pad.label("picture");
        var chain = new Chain(
                List.of(), List.of(filter("testsrc2"), filter("format").with("pix_fmts", "yuv420p")), List.of(picture));
        var settings = DeviceSettings.of(device, profile);
        var output = Output.to(Path.of("out.mp4"), picture).with(settings.options());
        var command = FfmpegCommand.of(List.of(), new FilterGraph(List.of(chain)), output);
        return String.join(" ", settings.applyTo(command).arguments());
    }
}
