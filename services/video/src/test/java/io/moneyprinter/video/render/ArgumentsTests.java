package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.PlanRequest.SpokenSentence;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.json.Json;
import io.moneyprinter.video.NastyText;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.plan.Camera;
import io.moneyprinter.video.plan.ChunkPlan;
import io.moneyprinter.video.plan.FilmPlanner;
import io.moneyprinter.video.plan.Framing;
import io.moneyprinter.video.plan.PlanFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a request says, FFmpeg is told only words of ours, numbers and places of ours. */
class ArgumentsTests {

    /** In all that the user may choose freely, so that it is found wherever it gets to. */
    private static final String MARK = "Zx7Q";

    private static final Pattern OPTION = Pattern.compile("-[a-z][a-z0-9_:-]*|-1|-");
    private static final Path STORE = Path.of("/store");
    private static final JsonMapper JSON = Json.strict();

    private static final Map<String, List<Object>> GOOD = Map.ofEntries(
            Map.entry("aspect", List.of("9:16", "16:9", "1:1", "4:5", "4:3")),
            Map.entry("resolution", List.of("720x1280", "1920x1080")),
            Map.entry("fps", List.of(24, 25, 30, 50, 60)),
            Map.entry("codec", List.of("h264", "hevc", "vp9", "av1")),
            Map.entry("quality", List.of("draft", "standard", "high")),
            Map.entry("include_subtitles", List.of(true, false)),
            Map.entry("transition", List.of("cut", "dissolve")),
            Map.entry("music", List.of("auto", "none", "calm", MARK)),
            Map.entry("music_volume", List.of(-20.0, 0.0, 12.0)),
            Map.entry("duration_target", List.of(5, 600)),
            Map.entry("optimization_preset", List.of("web", "tiktok", "archive")));

    @Property(tries = 300)
    void holdNothingThatTheUserWrote(@ForAll long seed) {
        var random = new Random(seed);
        VideoSettings settings;
        try {
            settings = JSON.readValue(JSON.writeValueAsString(settings(random)), VideoSettings.class);
        } catch (JacksonException refused) {
            return;
        }
        var title = nasty(random);
        FfmpegCommand[] commands;
        try {
            commands = commands(settings, title, random);
        } catch (CodedException | IllegalArgumentException refused) {
            return;
        }
        for (var command : commands) {
            for (var argument : command.arguments()) {
                if (!argument.equals("title=" + title.replaceAll("\\p{Cc}", " "))) {
                    assertThat(argument).doesNotContain(MARK);
                }
                assertThat(argument).doesNotContain("\0");
                if (argument.startsWith("-")) {
                    assertThat(argument).matches(OPTION);
                }
                if (argument.startsWith("file:")) {
                    assertThat(argument).startsWith("file:" + STORE + "/");
                }
            }
        }
    }

    private static FfmpegCommand[] commands(VideoSettings settings, String title, Random random) {
        var canvas = new Canvas(180, 320, settings.fps() == null ? 30 : settings.fps());
        var planner = new FilmPlanner(
                new PaintedCaptioning(List.of()),
                (card, size, language, seed, style, brand) -> {
                    throw new AssertionError("no card was asked for");
                },
                "test",
                new PlanFormat(),
                Duration.ofSeconds(1 + random.nextInt(5)),
                FilmPlanner.Encoding.ON_PROCESSOR);
        var request = PlanRequest.of(
                UserId.LOCAL,
                Film.VIDEO,
                title,
                nasty(random),
                canvas,
                settings,
                random.nextLong(),
                null,
                List.of(sentence(random), sentence(random)));
        var plan = planner.plan(request).plan();
        var commands = new ArrayList<FfmpegCommand>();
        var media = new Media(ArgumentsTests::file, key -> ChunkCommandTests.PLAIN);
        for (var chunk : plan.chunks()) {
            commands.add(ChunkCommand.compile(
                    chunk,
                    canvas,
                    media,
                    new ChunkCommand.Drawn(null, frames(chunk)),
                    Encoders.onProcessor().settings(plan.profile(), canvas),
                    STORE.resolve("chunk.mp4")));
        }
        commands.add(FilmCommands.optimise(
                STORE.resolve("joined.mp4"), plan.title(), plan.profile(), STORE.resolve("film.mp4")));
        commands.add(FilmCommands.preview(
                STORE.resolve("parts.ffconcat"), STORE.resolve("mix.wav"), canvas, STORE.resolve("preview.mp4")));
        return commands.toArray(FfmpegCommand[]::new);
    }

    private static Map<Integer, Path> frames(ChunkPlan chunk) {
        return IntStream.range(0, chunk.views().size())
                .filter(index -> chunk.views().get(index).framing() instanceof Framing.Photographed photo
                        && photo.camera() instanceof Camera.Zoom)
                .boxed()
                .collect(Collectors.toMap(index -> index, index -> STORE.resolve("frames-" + index + ".yuv")));
    }

    private static Path file(ObjectKey key) {
        return STORE.resolve(key.value());
    }

    private static SpokenSentence sentence(Random random) {
        var samples = 48_000L + random.nextInt(96_000);
        var speech = new Speech(
                new ObjectKey("speech/none.wav"), 48_000, samples, List.of(), nasty(random), nasty(random), false);
        Visual visual = random.nextBoolean()
                ? new Visual.Footage(new ObjectKey("media/a.mp4"), 320, 180, Duration.ofSeconds(2))
                : new Visual.Still(
                        new ObjectKey("media/a.png"), 320, 180, random.nextDouble() * 2, 1.1, random.nextDouble(), 0.5);
        return new SpokenSentence(
                nasty(random), Duration.ZERO, speech, new Shot(List.of(visual), nasty(random), nasty(random)));
    }

    /** Mostly what is allowed, now and then anything. */
    private static Map<String, Object> settings(Random random) {
        var settings = new LinkedHashMap<String, Object>();
        GOOD.forEach((name, values) -> {
            if (random.nextInt(3) == 0) {
                settings.put(name, values.get(random.nextInt(values.size())));
            } else if (random.nextInt(10) == 0) {
                settings.put(name, random.nextBoolean() ? nasty(random) : random.nextInt());
            }
        });
        return settings;
    }

    private static String nasty(Random random) {
        var texts = NastyText.all();
        return MARK + texts.get(random.nextInt(texts.size() - 1));
    }
}
