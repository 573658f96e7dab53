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
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A film to measure with: footage and photos with the texture of real ones, a narration, captions, dissolves and
 * music. Twelve shots, of which two are photos, one after another until the film is as long as wanted.
 */
final class BenchFilm {

    private static final Duration SENTENCE = Duration.ofSeconds(4);
    private static final int WORDS = 10;
    private static final int SAMPLE_RATE = 48_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int CLIPS = 4;
    private static final int CLIP_SECONDS = 6;
    private static final int SHOTS = 12;
    private static final int PHOTO_WIDTH = 2880;
    private static final int PHOTO_HEIGHT = 3840;
    private static final Pad OUT = Pad.label("out");

    private final ObjectStore store;
    private final Ffmpeg ffmpeg;
    private final FootageSize size;
    private final Function<Path, ObjectKey> intake;
    private final List<Source> sources = new ArrayList<>();
    private final ObjectKey narration;

    /**
     * What a camera made, and what the product made of it when it was uploaded.
     *
     * @param original as others use it
     */
    private record Source(Visual original, Visual taken) {}

    /** @param intake stores a file as the product stores it */
    BenchFilm(ObjectStore store, Ffmpeg ffmpeg, FootageSize size, Function<Path, ObjectKey> intake) throws IOException {
        this.store = store;
        this.ffmpeg = ffmpeg;
        this.size = size;
        this.intake = intake;
        var clips = new ArrayList<Source>();
        for (var i = 0; i < CLIPS; i++) {
            clips.add(source(
                    footage(i),
                    key -> new Visual.Footage(key, size.width, size.height, Duration.ofSeconds(CLIP_SECONDS))));
        }
        for (var i = 0; i < SHOTS; i++) {
            sources.add(i % 6 == 5 ? source(photo(i), BenchFilm::still) : clips.get(i % CLIPS));
        }
        narration = narration();
    }

    private Source source(ObjectKey file, Function<ObjectKey, Visual> visual) {
        return new Source(visual.apply(file), visual.apply(intake.apply(store.file(file))));
    }

    ObjectKey narrationKey() {
        return narration;
    }

    /** The files for a film of this length as they came from the camera, in order. */
    List<Visual> originals(int seconds) {
        return IntStream.range(0, sentences(seconds))
                .mapToObj(i -> sources.get(i % SHOTS).original())
                .toList();
    }

    private static int sentences(int seconds) {
        return (int) Math.max(2, seconds / SENTENCE.toSeconds());
    }

    /** @param take makes every film another one, so that nothing of it is there already */
    PlanRequest request(int seconds, int take) {
        var sentences = new ArrayList<PlanRequest.SpokenSentence>();
        for (var i = 0; i < sentences(seconds); i++) {
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
        var shot = new Shot(List.of(sources.get(index % SHOTS).taken()), "bench", null);
        return new PlanRequest.SpokenSentence(text.toString(), Duration.ZERO, speech, shot);
    }

    /** A camera that turns and wanders over a landscape, with the grain of a sensor. */
    private ObjectKey footage(int number) throws IOException {
        var ground = Texture.write(store.newFile("ppm"), size.width * 5 / 4, size.height * 5 / 4, number);
        var input = Input.of(ground).with("loop", 1).with("framerate", 30).with("t", CLIP_SECONDS);
        var filters = List.of(
                filter("rotate").with("angle", "0.03*sin(n/40+%d)".formatted(number)),
                filter("crop")
                        .with("w", size.width)
                        .with("h", size.height)
                        .with("x", "(iw-ow)/2*(1+0.8*sin(n/60))")
                        .with("y", "(ih-oh)/2*(1+0.8*cos(n/45))"),
                filter("noise").with("alls", 3).with("allf", "t"),
                filter("format").with("pix_fmts", "yuv420p"));
        var output = Output.to(store.newFile("mp4"), OUT)
                .with("c:v", "libx264")
                .with("preset", "veryfast")
                .with("crf", 21)
                .with("g", 60);
        return make("mp4", List.of(input), filters, output, ground);
    }

    private ObjectKey photo(int number) throws IOException {
        var ground = Texture.write(store.newFile("ppm"), PHOTO_WIDTH, PHOTO_HEIGHT, 100 + number);
        var output = Output.to(store.newFile("jpg"), OUT)
                .with("frames:v", 1)
                .with("update", 1)
                .with("q:v", 2);
        var filters = List.of(filter("format").with("pix_fmts", "yuvj420p"));
        return make("jpg", List.of(Input.of(ground)), filters, output, ground);
    }

    private static Visual still(ObjectKey image) {
        return new Visual.Still(image, PHOTO_WIDTH, PHOTO_HEIGHT, 1.0, 1.15, 0.5, 0.4);
    }

    /** Syllables of a buzzing throat and of breath: a pure tone costs an encoder of sound four times as much. */
    private ObjectKey narration() throws IOException {
        var voice = filter("aevalsrc")
                .with("exprs", "0.3*(2*mod(t*(120+9*sin(3*t)),1)-1)+0.05*(random(0)-0.5)")
                .with("sample_rate", SAMPLE_RATE)
                .with("duration", SENTENCE.toSeconds());
        var mouth = filter("lowpass").with("frequency", 2_500);
        var syllables = filter("tremolo").with("f", 4).with("d", 0.9);
        var output = Output.to(store.newFile("wav"), OUT).with("ac", 1).with("c:a", "pcm_s16le");
        return make("wav", List.of(), List.of(voice, mouth, syllables), output, null);
    }

    private ObjectKey make(
            String extension, List<Input> inputs, List<Filter> filters, Output output, @Nullable Path temporary)
            throws IOException {
        var from =
                inputs.stream().map(input -> Pad.video(inputs.indexOf(input))).toList();
        var graph = new FilterGraph(List.of(new FilterGraph.Chain(from, filters, List.of(OUT))));
        var command = FfmpegCommand.of(inputs, graph, output);
        Ffmpeg.require(ffmpeg.run(command, PATIENCE));
        if (temporary != null) {
            Files.delete(temporary);
        }
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
