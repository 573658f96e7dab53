package io.moneyprinter.bench;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.FilterGraph;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A film to measure with: HD footage and photos with texture, a narration, captions, dissolves and music. */
final class BenchFilm {

    private static final Duration SENTENCE = Duration.ofSeconds(4);
    private static final int WORDS = 10;
    private static final int SAMPLE_RATE = 48_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pad OUT = Pad.label("out");

    private final ObjectStore store;
    private final Ffmpeg ffmpeg;
    private final List<Visual> visuals = new ArrayList<>();
    private final ObjectKey narration;

    BenchFilm(ObjectStore store, Ffmpeg ffmpeg) {
        this.store = store;
        this.ffmpeg = ffmpeg;
        for (var i = 0; i < 3; i++) {
            visuals.add(new Visual.Footage(footage(i), 1920, 1080, Duration.ofSeconds(6)));
        }
        visuals.add(new Visual.Still(photo(), 3000, 4000, 1.0, 1.15, 0.5, 0.4));
        narration = narration();
    }

    /** @param take makes every film another one, so that nothing of it is there already */
    PlanRequest request(int seconds, int take) {
        var sentences = new ArrayList<PlanRequest.SpokenSentence>();
        for (var i = 0; i < Math.max(2, seconds / SENTENCE.toSeconds()); i++) {
            sentences.add(sentence(i, take));
        }
        return PlanRequest.of(
                UserId.LOCAL,
                new VideoId("bench-" + take),
                "Bench",
                "en",
                Canvas.of(VideoSettings.DEFAULT),
                VideoSettings.DEFAULT,
                take,
                null,
                sentences);
    }

    private PlanRequest.SpokenSentence sentence(int index, int take) {
        var text = new StringBuilder();
        var words = new ArrayList<WordTiming>();
        var each = SENTENCE.dividedBy(WORDS);
        for (var i = 0; i < WORDS; i++) {
            var word = i == 0 ? "take" + take : "word" + (index * WORDS + i);
            words.add(new WordTiming(
                    text.length(),
                    text.length() + word.length(),
                    each.multipliedBy(i),
                    each,
                    WordTiming.Source.PROVIDER,
                    1));
            text.append(word).append(i < WORDS - 1 ? " " : "");
        }
        var samples = SENTENCE.toSeconds() * SAMPLE_RATE;
        var speech = new Speech(narration, SAMPLE_RATE, samples, words, "bench", "tone", true);
        var shot = new Shot(List.of(visuals.get(index % visuals.size())), "bench", null);
        return new PlanRequest.SpokenSentence(text.toString(), Duration.ZERO, speech, shot);
    }

    private ObjectKey footage(int number) {
        var picture = filter("gradients")
                .with("size", "1920x1080")
                .with("rate", 30)
                .with("duration", 6)
                .with("speed", 0.02)
                .with("seed", number + 1);
        // Grain as a camera has it: without it an encoder has nothing to do.
        var grain = filter("noise").with("alls", 9).with("allf", "t");
        var output = Output.to(store.newFile("mp4"), OUT)
                .with("c:v", "libx264")
                .with("preset", "veryfast")
                .with("crf", 18)
                .with("g", 60);
        return make("mp4", List.of(picture, grain, filter("format").with("pix_fmts", "yuv420p")), output);
    }

    private ObjectKey photo() {
        var picture = filter("mandelbrot").with("size", "3000x4000").with("rate", 1);
        var output = Output.to(store.newFile("jpg"), OUT)
                .with("frames:v", 1)
                .with("update", 1)
                .with("q:v", 2);
        return make("jpg", List.of(picture, filter("format").with("pix_fmts", "yuvj420p")), output);
    }

    private ObjectKey narration() {
        var tone = filter("sine")
                .with("frequency", 180)
                .with("sample_rate", SAMPLE_RATE)
                .with("duration", SENTENCE.toSeconds());
        var syllables = filter("tremolo").with("f", 4).with("d", 0.9);
        var output = Output.to(store.newFile("wav"), OUT).with("ac", 1).with("c:a", "pcm_s16le");
        return make("wav", List.of(tone, syllables), output);
    }

    private ObjectKey make(String extension, List<Filter> filters, Output output) {
        var graph = new FilterGraph(List.of(new FilterGraph.Chain(List.of(), filters, List.of(OUT))));
        var command = FfmpegCommand.of(List.of(), graph, output);
        Ffmpeg.require(ffmpeg.run(command, PATIENCE));
        var file = output.file();
        if (file == null) {
            throw new IllegalStateException("the output has a file");
        }
        return keep(file, extension, command);
    }

    private ObjectKey keep(Path file, String extension, FfmpegCommand command) {
        var key = new ObjectKey("bench/%s.%s".formatted(Digests.of(command), extension));
        store.put(key, file);
        return key;
    }
}
