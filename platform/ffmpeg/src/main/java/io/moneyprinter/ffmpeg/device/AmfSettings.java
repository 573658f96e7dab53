package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** AMD's encoder. */
final class AmfSettings {

    private AmfSettings() {}

    static List<Option> of(EncodeProfile profile) {
        var options = new ArrayList<Option>();
        options.add(Option.of("quality", "balanced"));
        switch (profile.rate()) {
            case RateControl.Quality quality -> {
                var quantizer = Scale.quantizer(quality, profile.codec());
                options.add(Option.of("rc", "cqp"));
                options.add(Option.of("qp_i", quantizer));
                options.add(Option.of("qp_p", quantizer));
                if (profile.codec() == VideoCodec.H264) {
                    options.add(Option.of("qp_b", Math.min(quantizer + 2, 51)));
                }
            }
            case RateControl.Bitrate bitrate -> {
                options.add(Option.of("rc", "vbr_peak"));
                options.addAll(Scale.average(bitrate));
            }
        }
        options.add(Option.of("pix_fmt", "yuv420p"));
        return options;
    }
}
