package io.moneyprinter.video.encode;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Option;
import java.util.ArrayList;
import java.util.List;

/** An encoder that runs anywhere: what all of them have in common, around what each of them says for itself. */
record ProcessorEncoder(String name, Codec codec, Own own) implements VideoEncoder {

    /** The options that only this encoder has, or has in its own way. */
    @FunctionalInterface
    interface Own {

        List<Option> options(Profile profile, Canvas canvas);
    }

    @Override
    public List<Option> settings(Profile profile, Canvas canvas) {
        var options = new ArrayList<Option>();
        options.add(Option.of("c:v", name));
        options.addAll(own.options(profile, canvas));
        return StreamOptions.of(canvas, options.toArray(Option[]::new));
    }
}
