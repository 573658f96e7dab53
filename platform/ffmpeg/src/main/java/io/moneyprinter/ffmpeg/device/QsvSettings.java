package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** Intel's encoder. */
final class QsvSettings {

    private QsvSettings() {}

    static List<Option> of(EncodeProfile profile) {
        var options = new ArrayList<Option>();
        options.add(Option.of("preset", "medium"));
        switch (profile.rate()) {
            case RateControl.Quality quality ->
                options.add(Option.of("global_quality", Scale.of(quality, profile.codec())));
            case RateControl.Bitrate bitrate -> options.addAll(Scale.average(bitrate));
        }
        if (profile.codec() == VideoCodec.H264 || profile.codec() == VideoCodec.HEVC) {
            options.add(Option.of("adaptive_i", 0));
            options.add(Option.of("forced_idr", 1));
            options.add(Option.of("idr_interval", 0));
        }
        return options;
    }
}
