package io.moneyprinter.materials.music;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.FilterGraph.Chain;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.MadeObjects;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.sound.music.MusicLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Makes loops into files, each preview only once. */
@Component
class Beds {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Pad OUT = Pad.label("out");

    private final Ffmpeg ffmpeg;
    private final ObjectStore store;
    private final MadeObjects objects;

    /** A loop takes a second of a processor, and some 100 MB while it is made. */
    private final Semaphore turns = new Semaphore(2, true);

    Beds(Ffmpeg ffmpeg, ObjectStore store) {
        this.ffmpeg = ffmpeg;
        this.store = store;
        this.objects = new MadeObjects(store);
    }

    /** Gives the loop as a WAV file to whoever uses it meanwhile. */
    <T> T with(MusicLoop loop, Function<Path, T> use) {
        var wav = store.newFile("wav");
        try {
            turns.acquireUninterruptibly();
            try {
                loop.writeTo(wav);
            } finally {
                turns.release();
            }
            return use.apply(wav);
        } finally {
            store.discard(wav);
        }
    }

    /** A small file to listen to, as M4A; its seam is that of its coding. */
    ObjectKey preview(MusicLoop loop) {
        var key = new ObjectKey("music/%s.m4a"
                .formatted(Digests.of(
                        "loop", MusicLoop.VERSION, loop, ffmpeg.binaries().version())));
        return objects.get(key, m4a -> with(loop, wav -> encoded(wav, m4a)));
    }

    private Path encoded(Path wav, Path m4a) {
        var graph = new FilterGraph(List.of(new Chain(
                List.of(Pad.audio(0)), List.of(filter("aformat").with("sample_fmts", "fltp")), List.of(OUT))));
        var output = Output.to(m4a, OUT)
                .with("c:a", "aac")
                .with("b:a", "128k")
                .with("aac_coder", "fast")
                .with("movflags", "+faststart");
        Ffmpeg.require(ffmpeg.run(FfmpegCommand.of(List.of(Input.of(wav)), graph, output), DEADLINE));
        return m4a;
    }
}
