package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** The encoders of AMD and Intel as Linux shows them. */
final class VaapiSettings {

    private VaapiSettings() {}

    static List<Option> of(EncodeProfile profile) {
        var options = new ArrayList<Option>();
        switch (profile.rate()) {
            case RateControl.Quality quality -> {
                // The one mode that every driver has.
                options.add(Option.of("rc_mode", "CQP"));
                var name = profile.codec() == VideoCodec.H264 || profile.codec() == VideoCodec.HEVC
                        ? "qp"
                        : "global_quality";
                options.add(Option.of(name, Scale.quantizer(quality, profile.codec())));
            }
            case RateControl.Bitrate bitrate -> {
                options.add(Option.of("rc_mode", "VBR"));
                options.addAll(Scale.average(bitrate));
            }
        }
        options.add(Option.of("idr_interval", 0));
        return options;
    }
}
