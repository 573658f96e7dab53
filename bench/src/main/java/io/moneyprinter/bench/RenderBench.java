package io.moneyprinter.bench;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.PieceRequest;
import io.moneyprinter.contracts.video.PlanRequest;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Renders a film as the product does and compares: with the floor, x264 alone with the same settings on the same frames
 * that are composited already and read as raw pictures; with the same film as one single graph; and with the three
 * encodes of other tools. Each round measures all of them, one after the other.
 */
public final class RenderBench {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final List<Option> LOSSLESS =
            List.of(Option.of("c:v", "libx264"), Option.of("preset", "ultrafast"), Option.of("qp", 0));

    /** A process that has just started compiles for most of the time. */
    private static final int WARM_UP_SECONDS = 12;

    /** What is measured, in the order of the table. */
    private enum Contender {
        FLOOR("x264 alone, the floor"),
        FILM("our whole film, which is"),
        PIECES("  the pictures, in chunks, and the sound beside them"),
        JOIN("  the join"),
        CHECK("  the finish and the last check"),
        SINGLE("one graph for all, x264 on all cores"),
        PEERS("three encodes, as others do");

        private final String text;

        Contender(String text) {
            this.text = text;
        }
    }

    /** The same film without chunks. */
    @FunctionalInterface
    public interface SingleGraph {

        /** Renders the pictures to a file, with encoder options in place of the usual ones. */
        void render(PlanRequest request, List<Option> encoding, Path file);
    }

    private final VideoRendering rendering;
    private final ObjectStore store;
    private final Ffmpeg ffmpeg;
    private final Function<Path, ObjectKey> intake;
    private final List<Option> encoding;
    private final SingleGraph single;
    private final Path work;
    private final PrintWriter out;
    private final Canvas canvas = Canvas.of(VideoSettings.DEFAULT);

    /**
     * @param intake stores a file as the product does when it is uploaded
     * @param encoding the encoder's settings in the product
     */
    public RenderBench(
            VideoRendering rendering,
            ObjectStore store,
            Ffmpeg ffmpeg,
            Function<Path, ObjectKey> intake,
            List<Option> encoding,
            SingleGraph single,
            Path work,
            PrintWriter out) {
        this.rendering = rendering;
        this.store = store;
        this.ffmpeg = ffmpeg;
        this.intake = intake;
        this.encoding = List.copyOf(encoding);
        this.single = single;
        this.work = work;
        this.out = out;
    }

    /**
     * Measures {@code rounds} times with this footage and prints every round and the medians. The three encodes of
     * others take longer than all else and are there for scale: the first round is enough. So it is for what the films
     * look like, which does not change.
     *
     * @param peers whether the three encodes of others are measured at all
     */
    public void run(FootageSize size, int seconds, int rounds, boolean peers)
            throws IOException, InterruptedException, ExecutionException {
        say("making the %s footage...", size);
        var film = new BenchFilm(store, ffmpeg, size, intake);
        say("%dx%d, %d fps, %d s, %d cores", canvas.width(), canvas.height(), canvas.fps(), seconds, cores());
        var warmUp = rendering.plan(film.request(WARM_UP_SECONDS, 0));
        make(warmUp, new PieceRequest(UserId.LOCAL, new VideoId("bench-0"), warmUp.plan()));
        var costs = new EnumMap<Contender, List<Cost>>(Contender.class);
        for (var round = 1; round <= rounds; round++) {
            for (var measured : round(film, seconds, round, peers && round == 1).entrySet()) {
                costs.computeIfAbsent(measured.getKey(), each -> new ArrayList<>())
                        .add(measured.getValue());
                print("round " + round, measured.getKey(), measured.getValue());
            }
        }
        say("");
        say("%s footage, medians of %d", size, rounds);
        say("%-52s %9s %9s %9s %8s %8s", "", "wall s", "cpu s", "MiB", "x wall", "x cpu");
        var floor = Cost.median(costs.getOrDefault(Contender.FLOOR, List.of()));
        for (var contender : Contender.values()) {
            var measured = costs.get(contender);
            if (measured == null) {
                continue;
            }
            var cost = Cost.median(measured);
            say(
                    "%-52s %9.1f %9.1f %9d %8.2f %8.2f",
                    contender.text,
                    cost.wall(),
                    cost.cpu(),
                    cost.memory() >> 20,
                    cost.wall() / floor.wall(),
                    cost.cpu() / floor.cpu());
        }
        say("");
    }

    /**
     * What drawn pictures cost beside the encode of the seconds they fill: drawing them, and moving their layers.
     *
     * @return whether it is less than the encode
     */
    public boolean visuals(MaterialLibrary materials, int seconds)
            throws IOException, InterruptedException, ExecutionException {
        var film = new BenchFilm(store, ffmpeg, FootageSize.HD, intake);
        var visuals = new VisualsBench(materials, canvas);
        say("%-10s %9s %9s %9s %8s", "style", "draw s", "move s", "x264 s", "ratio");
        var cheaper = true;
        for (var style : VisualStyle.values()) {
            var drawn = visuals.draw(film.request(seconds, style.ordinal()), style);
            var whole = work.resolve("drawn.mp4");
            var composed = work.resolve("composed.mp4");
            try {
                var graph = Cost.of(() -> render(drawn.request(), encoding, whole));
                render(drawn.request(), LOSSLESS, composed);
                var floor = floor(composed);
                var moved = Math.max(0, graph.cpu() - floor.cpu());
                var ratio = (drawn.cost().cpu() + moved) / floor.cpu();
                say("%-10s %9.1f %9.1f %9.1f %8.2f", style, drawn.cost().cpu(), moved, floor.cpu(), ratio);
                cheaper &= ratio < 1;
            } finally {
                Files.deleteIfExists(whole);
                Files.deleteIfExists(composed);
            }
        }
        return cheaper;
    }

    private Map<Contender, Cost> round(BenchFilm film, int seconds, int round, boolean peers)
            throws IOException, InterruptedException, ExecutionException {
        var request = film.request(seconds, round);
        var plan = rendering.plan(request);
        var piece = new PieceRequest(UserId.LOCAL, request.videoId(), plan.plan());
        var costs = make(plan, piece);
        var made = store.file(rendering.optimise(piece).key());
        var whole = work.resolve("single.mp4");
        var composed = work.resolve("composed.mp4");
        try {
            costs.put(Contender.SINGLE, Cost.of(() -> render(request, encoding, whole)));
            render(request, LOSSLESS, composed);
            costs.put(Contender.FLOOR, floor(composed));
            if (round == 1) {
                compare("the film, joined of chunks, and one graph", made, whole);
                compare("the film, joined of chunks, and its frames before encoding", made, composed);
                compare("one graph and its frames before encoding", whole, composed);
            }
        } finally {
            Files.deleteIfExists(whole);
            Files.deleteIfExists(composed);
        }
        if (peers) {
            var others = new PeerPipeline(store, ffmpeg, canvas, work);
            costs.put(
                    Contender.PEERS, Cost.of(() -> others.run(film.originals(seconds), seconds, film.narrationKey())));
        }
        return costs;
    }

    private Map<Contender, Cost> make(RenderPlan plan, PieceRequest piece)
            throws InterruptedException, ExecutionException {
        var costs = new EnumMap<Contender, Cost>(Contender.class);
        costs.put(Contender.PIECES, Cost.of(() -> pieces(plan, piece)));
        costs.put(Contender.JOIN, Cost.of(() -> rendering.join(piece)));
        costs.put(Contender.CHECK, Cost.of(() -> rendering.optimise(piece)));
        costs.put(Contender.FILM, costs.values().stream().reduce(Cost::plus).orElseThrow());
        return costs;
    }

    /** As orchestration has it: all at once, and as many at a time as there are turns. */
    private Void pieces(RenderPlan plan, PieceRequest piece) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Object>>();
            work.add(() -> rendering.mix(piece));
            for (var chunk : plan.chunks()) {
                var request = new ChunkRequest(piece.userId(), piece.videoId(), plan.plan(), chunk.index());
                work.add(() -> rendering.chunk(request));
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        return null;
    }

    /** Renders the pictures as one graph, on all cores. */
    Void render(PlanRequest request, List<Option> encoding, Path file) {
        var options = new ArrayList<>(encoding);
        options.add(Option.of("threads", cores()));
        single.render(request, options, file);
        return null;
    }

    private void compare(String what, Path one, Path other) throws IOException {
        var likeness = Likeness.of(one, other, ffmpeg, work);
        say(
                "%s: SSIM %.4f, in the worst frame %.4f, %d frames",
                what, likeness.mean(), likeness.least(), likeness.frames());
    }

    /**
     * What x264 alone costs.
     *
     * @param composed the frames of the film, without loss
     */
    Cost floor(Path composed) throws IOException, InterruptedException, ExecutionException {
        var raw = work.resolve("frames.yuv");
        var encoded = work.resolve("floor.mp4");
        try {
            var decode = FfmpegCommand.of(
                    Input.of(composed),
                    Output.to(raw, Pad.video(0)).with("f", "rawvideo").with("pix_fmt", "yuv420p"));
            Ffmpeg.require(ffmpeg.run(decode, PATIENCE));
            var pictures = Input.of(raw)
                    .with("f", "rawvideo")
                    .with("pixel_format", "yuv420p")
                    .with("video_size", canvas.width() + "x" + canvas.height())
                    .with("framerate", canvas.fps());
            var encode = FfmpegCommand.of(
                    pictures, Output.to(encoded, Pad.video(0)).with(encoding).with("threads", cores()));
            return Cost.of(() -> Ffmpeg.require(ffmpeg.run(encode, PATIENCE)));
        } finally {
            Files.deleteIfExists(raw);
            Files.deleteIfExists(encoded);
        }
    }

    private void print(String round, Contender contender, Cost cost) {
        say("%s: %s %.1f s (cpu %.1f s, %d MiB)", round, contender.text, cost.wall(), cost.cpu(), cost.memory() >> 20);
    }

    private void say(String line, Object... values) {
        out.printf(line + "%n", values);
        out.flush();
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
