package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** Apple's encoder. */
final class VideoToolboxSettings {

    private VideoToolboxSettings() {}

    static List<Option> of(EncodeProfile profile) {
        var options = new ArrayList<Option>();
        // A software encoder behind it would be slower than ours.
        options.add(Option.of("allow_sw", 0));
        switch (profile.rate()) {
            case RateControl.Quality quality -> options.add(Option.of("q:v", Scale.percent(quality)));
            case RateControl.Bitrate bitrate -> options.addAll(Scale.average(bitrate));
        }
        options.add(Option.of("pix_fmt", "yuv420p"));
        return options;
    }
}
