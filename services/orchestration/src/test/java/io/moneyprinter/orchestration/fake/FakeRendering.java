package io.moneyprinter.orchestration.fake;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.ConversionRequest;
import io.moneyprinter.contracts.video.ExtractRequest;
import io.moneyprinter.contracts.video.Mix;
import io.moneyprinter.contracts.video.MusicChoice;
import io.moneyprinter.contracts.video.OutputProfile;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.Pacing;
import io.moneyprinter.contracts.video.PieceRequest;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.RenderPlan;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.contracts.video.ShownTexts;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.problem.ReceivedErrorCode;
import io.moneyprinter.service.store.Digests;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Films of four chunks. */
public final class FakeRendering implements VideoRendering {

    public static final int CHUNKS = 4;
    private static final int LOST_WITH = 2;

    public final List<PlanRequest> plans = new CopyOnWriteArrayList<>();
    public final Set<VideoId> cancelled = ConcurrentHashMap.newKeySet();

    /** Why the GPU is lost in the middle of films; null when they are made without one. */
    public volatile @Nullable String lost;

    private final Calls calls;

    FakeRendering(Calls calls) {
        this.calls = calls;
    }

    @Override
    public RenderPlan plan(PlanRequest request) {
        plans.add(request);
        var chunks = IntStream.range(0, request.seen() ? CHUNKS : 0)
                .mapToObj(index -> new RenderPlan.Chunk(index, index * 60L, 60, chunkKey(request, index)))
                .toList();
        var key = new ObjectKey("plans/%s-%s.json".formatted(heard(request), digest(chunks)));
        return calls.make(
                "plan",
                () -> new RenderPlan(
                        key,
                        240,
                        Duration.ofSeconds(8),
                        chunks,
                        new ObjectKey("captions/c.srt"),
                        new ObjectKey("captions/c.vtt"),
                        new ObjectKey("captions/c.ass"),
                        new ObjectKey("captions/c.json"),
                        Pacing.NATURAL,
                        new MusicChoice("corporate:calm:1", 80.0, "as asked for")));
    }

    /** A chunk shows every fourth sentence. */
    private static ObjectKey chunkKey(PlanRequest request, int index) {
        var settings = request.settings();
        var shown = IntStream.iterate(index, each -> each < request.sentences().size(), each -> each + CHUNKS)
                .mapToObj(request.sentences()::get)
                .map(sentence -> sentence.text() + sentence.shot().visuals())
                .toList();
        return new ObjectKey("chunks/c%d-%s.mp4"
                .formatted(index, digest(shown, settings.captions(), settings.effects(), request.canvas())));
    }

    private static String heard(PlanRequest request) {
        var settings = request.settings();
        var narration = request.sentences().stream()
                .map(sentence -> sentence.speech().audio() + " " + sentence.pauseAfter())
                .toList();
        return digest(narration, settings.music(), settings.musicVolume());
    }

    private static String digest(Object... parts) {
        return Digests.of(Arrays.stream(parts).map(String::valueOf).toArray()).substring(0, 16);
    }

    @Override
    public Rendition chunk(ChunkRequest request) {
        return calls.make(
                "chunk/" + request.index(),
                () -> encoded("chunks/c" + request.index() + ".mp4", request.index() >= LOST_WITH));
    }

    private Rendition encoded(String key, boolean late) {
        var made = rendition(key);
        return lost == null || !late
                ? made.encodedBy(lost == null ? "libx264" : "h264_nvenc", null)
                : made.encodedBy("libx264", lost);
    }

    @Override
    public Mix mix(PieceRequest request) {
        var plan = request.plan().value();
        var key = new ObjectKey("mixes/%s.m4a".formatted(plan.substring("plans/".length(), plan.indexOf('-'))));
        return calls.make("mix", () -> new Mix(key, Duration.ofSeconds(8), -14, -1, false));
    }

    @Override
    public Rendition join(PieceRequest request) {
        return calls.make("join", () -> encoded("joins/j.mp4", true));
    }

    @Override
    public Rendition optimise(PieceRequest request) {
        return calls.make("optimise", () -> rendition("films/f.mp4"));
    }

    @Override
    public Rendition thumbnail(PieceRequest request) {
        return calls.make("thumbnail", () -> rendition("films/f.jpg"));
    }

    @Override
    public Rendition preview(PieceRequest request) {
        return calls.make("preview", () -> rendition("films/p.mp4"));
    }

    @Override
    public OutputProfile profile(VideoSettings settings) {
        return new OutputProfile("h264", OutputSettings.Container.MP4, "video/mp4");
    }

    @Override
    public Rendition extract(ExtractRequest request) {
        var name = request.extract().name().toLowerCase(Locale.ROOT);
        return calls.make(
                "extract/" + request.extract(),
                () -> request.extract().heard()
                        ? new Rendition(new ObjectKey("extracts/e." + name), 0, 0, 0, Duration.ofSeconds(8), 10, false)
                        : rendition("extracts/e." + name));
    }

    @Override
    public Rendition convert(ConversionRequest request) {
        return calls.make("convert", () -> rendition("films/converted.mp4").encodedBy("libx265", "no GPU is free"));
    }

    @Override
    public OutputProfile conversion(ConversionRequest request) {
        if (Integer.valueOf(25).equals(request.settings().fps())) {
            throw new CodedException(
                    new ReceivedErrorCode("CONVERSION_IMPOSSIBLE", ErrorKind.INVALID),
                    "fps: 25 (expected: 30)",
                    List.of(new FieldError("/fps", "fps: 25 (expected: 30)")),
                    null,
                    null);
        }
        return profile(VideoSettings.DEFAULT);
    }

    /** Only the snowman cannot be drawn. */
    @Override
    public List<String> undrawable(ShownTexts texts) {
        return texts.texts().stream().anyMatch(text -> text.contains("\u2603")) ? List.of("\u2603") : List.of();
    }

    @Override
    public void cancel(VideoId videoId) {
        cancelled.add(videoId);
    }

    private static Rendition rendition(String key) {
        return new Rendition(new ObjectKey(key), 1080, 1920, 240, Duration.ofSeconds(8), 1000, false);
    }
}
