package io.moneyprinter.bench;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.PieceRequest;
import io.moneyprinter.contracts.video.RenderPlan;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Renders a film as the product does and compares with the floor: x264 alone, with the same settings, on the same
 * frames that are composited already and read as raw pictures. Each round measures both, one after the other.
 */
public final class RenderBench {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final VideoRendering rendering;
    private final ObjectStore store;
    private final Ffmpeg ffmpeg;
    private final List<Option> encoding;
    private final Path work;
    private final PrintWriter out;

    /** @param encoding the encoder's settings in the product */
    public RenderBench(
            VideoRendering rendering,
            ObjectStore store,
            Ffmpeg ffmpeg,
            List<Option> encoding,
            Path work,
            PrintWriter out) {
        this.rendering = rendering;
        this.store = store;
        this.ffmpeg = ffmpeg;
        this.encoding = List.copyOf(encoding);
        this.work = work;
        this.out = out;
    }

    /** What a piece of work took. */
    private record Cost(double wall, double cpu) {}

    /** Measures {@code rounds} times and prints every round and the medians. */
    public void run(int seconds, int rounds) throws IOException, InterruptedException, ExecutionException {
        out.printf("making the input...%n");
        out.flush();
        var film = new BenchFilm(store, ffmpeg);
        var canvas = Canvas.of(VideoSettings.DEFAULT);
        out.printf("%dx%d, %d fps, %d s, %d cores%n", canvas.width(), canvas.height(), canvas.fps(), seconds, cores());
        out.printf(
                "%-8s %18s %18s %18s %10s%n",
                "round", "pictures s (cpu)", "whole film s (cpu)", "x264 s (cpu)", "ratio");
        var pictures = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        var wholeRatios = new ArrayList<Double>();
        for (var round = 1; round <= rounds; round++) {
            var plan = rendering.plan(film.request(seconds, round));
            var videoId = new VideoId("bench-" + round);
            var chunks = measure(() -> chunks(plan, videoId));
            var rest = measure(() -> finish(plan, videoId));
            var finished = rendering.optimise(new PieceRequest(UserId.LOCAL, videoId, plan.plan()));
            var floor = floor(finished.key(), canvas);
            var whole = new Cost(chunks.wall + rest.wall, chunks.cpu + rest.cpu);
            pictures.add(chunks.wall);
            ratios.add(chunks.wall / floor.wall);
            wholeRatios.add(whole.wall / floor.wall);
            out.printf(
                    "%-8d %18s %18s %18s %10.2f%n",
                    round, text(chunks), text(whole), text(floor), chunks.wall / floor.wall);
            out.flush();
        }
        out.printf(
                "median: pictures take %.2f x the bare encode, the whole film (mix, join, check) %.2f x; %.1f x faster than it plays%n",
                median(ratios), median(wholeRatios), seconds / median(pictures));
    }

    private Void chunks(RenderPlan plan, VideoId videoId) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var chunks = new ArrayList<Callable<Object>>();
            for (var chunk : plan.chunks()) {
                chunks.add(() -> rendering.chunk(new ChunkRequest(UserId.LOCAL, videoId, plan.plan(), chunk.index())));
            }
            for (var chunk : threads.invokeAll(chunks)) {
                chunk.get();
            }
        }
        return null;
    }

    private Void finish(RenderPlan plan, VideoId videoId) {
        var piece = new PieceRequest(UserId.LOCAL, videoId, plan.plan());
        rendering.mix(piece);
        rendering.join(piece);
        rendering.optimise(piece);
        return null;
    }

    private Cost floor(ObjectKey film, Canvas canvas) throws IOException, InterruptedException, ExecutionException {
        var raw = work.resolve("frames.yuv");
        var encoded = work.resolve("floor.mp4");
        try {
            var decode = FfmpegCommand.of(
                    Input.of(store.file(film)),
                    Output.to(raw, Pad.video(0)).with("f", "rawvideo").with("pix_fmt", "yuv420p"));
            Ffmpeg.require(ffmpeg.run(decode, PATIENCE));
            var pictures = Input.of(raw)
                    .with("f", "rawvideo")
                    .with("pixel_format", "yuv420p")
                    .with("video_size", canvas.width() + "x" + canvas.height())
                    .with("framerate", canvas.fps());
            var encode = FfmpegCommand.of(
                    pictures, Output.to(encoded, Pad.video(0)).with(encoding).with("threads", cores()));
            return measure(() -> Ffmpeg.require(ffmpeg.run(encode, PATIENCE)));
        } finally {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(encoded);
        }
    }

    private static Cost measure(Callable<?> work) throws InterruptedException, ExecutionException {
        var cpu = CpuTime.ofThisProcessAndItsChildren();
        var start = System.nanoTime();
        try {
            work.call();
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ExecutionException(e);
        }
        return new Cost(
                (System.nanoTime() - start) / 1e9,
                CpuTime.ofThisProcessAndItsChildren().minus(cpu).toMillis() / 1e3);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String text(Cost cost) {
        return "%.1f (%.1f)".formatted(cost.wall, cost.cpu);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
