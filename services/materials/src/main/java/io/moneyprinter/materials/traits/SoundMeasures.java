package io.moneyprinter.materials.traits;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.SoundTraits;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Loudness;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.beat.Listening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Listens to files of ours: FFmpeg decodes them and says how loud they are, once for both. */
final class SoundMeasures {

    /** A second more than is listened to, which tells whether there is more. */
    private static final Duration HEARD = Listening.LONGEST.plusSeconds(1);

    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final Pad SOUND = Pad.label("sound");

    private final Ffmpeg ffmpeg;
    private final ObjectStore store;

    SoundMeasures(Ffmpeg ffmpeg, ObjectStore store) {
        this.ffmpeg = ffmpeg;
        this.store = store;
    }

    /** @throws io.moneyprinter.problem.CodedException when the file cannot be read */
    MediaTraits.Measured of(ObjectKey media) {
        var graph = new FilterGraph(List.of(new Chain(
                List.of(Pad.audio(0)),
                List.of(
                        filter("atrim").with("duration", (int) HEARD.toSeconds()),
                        filter("aformat").with("channel_layouts", "stereo"),
                        filter("ebur128").with("peak", "true").with("framelog", "quiet"),
                        filter("aresample").with("sample_rate", Listening.SAMPLE_RATE),
                        filter("aformat").with("sample_fmts", "flt").with("channel_layouts", "mono")),
                List.of(SOUND))));
        var file = store.newFile("f32");
        try {
            var output = Output.to(file, SOUND).with("f", "f32le").with("c:a", "pcm_f32le");
            var finished = Ffmpeg.require(ffmpeg.run(
                    FfmpegCommand.of(List.of(Probe.input(store.file(media)).with("threads", 1)), graph, output),
                    DEADLINE));
            var heard = Listening.of(file);
            return new MediaTraits.Measured(traits(Loudness.parse(finished.log()), heard), heard.beats());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } finally {
            store.discard(file);
        }
    }

    private static AssetTraits traits(Loudness loudness, Listening heard) {
        var tags = new ArrayList<>(heard.moods());
        var pace = SoundTraits.pace(heard.tempo());
        if (pace != null) {
            tags.add(pace);
        }
        if (heard.isMusic()) {
            tags.add("music");
            if (heard.loopable()) {
                tags.add("loop");
            }
        }
        return AssetTraits.heard(
                tags,
                new SoundTraits(
                        Math.max(-70, loudness.integratedLufs()),
                        loudness.truePeakDbtp() == Double.NEGATIVE_INFINITY ? null : loudness.truePeakDbtp(),
                        heard.tempo(),
                        heard.confidence(),
                        heard.key(),
                        heard.energy(),
                        heard.brightness(),
                        heard.moods(),
                        heard.loopable()));
    }
}
