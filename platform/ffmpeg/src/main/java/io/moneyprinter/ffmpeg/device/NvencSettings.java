package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** NVIDIA's encoder. */
final class NvencSettings {

    private NvencSettings() {}

    static List<Option> of(String gpu, EncodeProfile profile) {
        var options = new ArrayList<Option>();
        options.add(Option.of("gpu", gpu));
        options.add(Option.of("preset", "p4"));
        options.add(Option.of("tune", "hq"));
        options.add(Option.of("rc", "vbr"));
        switch (profile.rate()) {
            case RateControl.Quality quality -> {
                options.add(Option.of("cq", Scale.of(quality, profile.codec())));
                // Its default of 2 Mbit/s would win over the quality.
                options.add(Option.of("b:v", 0));
                if (quality.ceiling() != null) {
                    options.add(Option.of("maxrate", quality.ceiling() + "k"));
                    options.add(Option.of("bufsize", quality.ceiling() + "k"));
                }
            }
            case RateControl.Bitrate bitrate -> options.addAll(Scale.average(bitrate));
        }
        options.add(Option.of("spatial-aq", 1));
        options.add(Option.of("no-scenecut", 1));
        options.add(Option.of("strict_gop", 1));
        options.add(Option.of("forced-idr", 1));
        options.add(Option.of("pix_fmt", "yuv420p"));
        return options;
    }
}
