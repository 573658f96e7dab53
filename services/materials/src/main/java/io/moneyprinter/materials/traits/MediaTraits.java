package io.moneyprinter.materials.traits;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.AssetTraits.Orientation;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Measures files of ours: all their pictures, made small, are looked at once. */
@Component
public final class MediaTraits {

    /** Cuts are found to an eighth of a second, as long as that makes no more pictures than these. */
    private static final double RATE = 8;

    private static final int MOST_PICTURES = 900;
    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final Pad PICTURES = Pad.label("pictures");

    private final Ffmpeg ffmpeg;
    private final ObjectStore store;
    private final SoundMeasures sounds;

    MediaTraits(Ffmpeg ffmpeg, ObjectStore store) {
        this.ffmpeg = ffmpeg;
        this.store = store;
        sounds = new SoundMeasures(ffmpeg, store);
    }

    /** @param beats milliseconds, ascending; none of what is no music */
    public record Measured(AssetTraits traits, List<Integer> beats) {

        public Measured {
            beats = List.copyOf(beats);
        }
    }

    /** @throws CodedException when the file cannot be read */
    public Measured measure(ObjectKey media, Asset.Type type, int width, int height, Duration duration) {
        return type == Asset.Type.AUDIO
                ? sounds.of(media)
                : new Measured(of(media, type, width, height, duration), List.of());
    }

    /** @throws CodedException when the file cannot be read */
    public AssetTraits of(ObjectKey media, Asset.Type type, int width, int height, Duration duration) {
        return switch (type) {
            case DOCUMENT -> new AssetTraits(null, List.of(), null, null, List.of(), null, false, List.of());
            case AUDIO -> sounds.of(media).traits();
            case IMAGE -> seen(pictures(media, List.of()), 1, Orientation.of(width, height), false, false);
            case VIDEO -> {
                var seconds = Math.max(0.1, duration.toMillis() / 1e3);
                var rate = Math.min(RATE, MOST_PICTURES / seconds);
                // One at least, however short the video is.
                var small =
                        pictures(media, List.of(filter("fps").with("fps", rate).with("eof_action", "pass")));
                yield seen(small, rate, Orientation.of(width, height), true, audible(media));
            }
        };
    }

    private static AssetTraits seen(
            byte[] small, double rate, Orientation orientation, boolean moves, boolean audible) {
        var pictures = new SmallPictures(small, rate);
        var colours = pictures.colours();
        var brightness = pictures.brightness();
        var motion = moves ? pictures.motion() : null;
        var scenes = moves ? pictures.scenes() : List.<AssetTraits.Scene>of();
        var free = pictures.freeArea();
        var tags = new ArrayList<String>();
        tags.add(orientation.name().toLowerCase(java.util.Locale.ROOT));
        colours.forEach(colour -> tags.add(colour.name()));
        tags.add(Levels.brightness(brightness));
        if (motion != null) {
            tags.add(Levels.motion(motion));
            tags.add(audible ? "sound" : "silent");
        }
        return new AssetTraits(orientation, colours, brightness, motion, scenes, free, audible, tags);
    }

    private boolean audible(ObjectKey media) {
        return ffmpeg.probe()
                .facts(store.file(media), "stream=codec_type")
                .facts()
                .containsValue("audio");
    }

    /** RGB, one picture after the other. */
    private byte[] pictures(ObjectKey media, List<Filter> before) {
        var filters = new ArrayList<>(before);
        filters.add(filter("scale")
                .with("width", SmallPictures.SIDE)
                .with("height", SmallPictures.SIDE)
                .with("flags", "area"));
        filters.add(filter("format").with("pix_fmts", "rgb24"));
        var graph = new FilterGraph(List.of(new Chain(List.of(Pad.video(0)), filters, List.of(PICTURES))));
        var file = store.newFile("rgb");
        try {
            var output = Output.to(file, PICTURES)
                    .with("c:v", "rawvideo")
                    .with("frames:v", MOST_PICTURES + 1)
                    .with("f", "rawvideo");
            Ffmpeg.require(ffmpeg.run(
                    FfmpegCommand.of(List.of(Probe.input(store.file(media)).with("threads", 1)), graph, output),
                    DEADLINE));
            var pictures = Files.readAllBytes(file);
            if (pictures.length < SmallPictures.BYTES) {
                throw new CodedException(FfmpegErrorCode.FFMPEG_FAILED, "the file shows nothing");
            }
            return pictures;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } finally {
            store.discard(file);
        }
    }
}
