package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.video.encode.spi.VideoEncoder;
import java.util.List;
import java.util.function.Function;

/** An H.264 encoder of FFmpeg that stands for the one of a device. */
public record DeviceStandIn(String name, Function<Canvas, List<Option>> options) implements VideoEncoder {

    @Override
    public Codec codec() {
        return Codec.H264;
    }

    @Override
    public boolean hardware() {
        return true;
    }

    @Override
    public List<Option> settings(Profile profile, Canvas canvas) {
        return options.apply(canvas);
    }
}
