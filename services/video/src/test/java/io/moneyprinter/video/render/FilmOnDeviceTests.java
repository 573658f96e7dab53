package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.device.Hardware;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.testing.device.DeviceStandIn;
import io.moneyprinter.video.device.DeviceProperties;
import io.moneyprinter.video.device.FilmDevices;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.plan.FilmPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films through the real renderer, with an FFmpeg that has GPUs. */
class FilmOnDeviceTests {

    private static final Duration CHUNK = Duration.ofSeconds(1);
    private static final String LOST =
            "encoded on the CPU: nvenc:0: it was lost: EncodePicture failed!: generic error (20): (no details)";

    @TempDir
    Path work;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T10:00:00Z"));
    private DeviceStandIn gpus;
    private Ffmpeg ffmpeg;
    private FilmDevices devices;
    private Film film;

    @BeforeEach
    void prepare() {
        gpus = new DeviceStandIn(work.resolve("gpus")).with("nvenc-0", 3);
        ffmpeg = gpus.ffmpeg(6);
        devices = devices();
        film = film(work.resolve("film"));
    }

    @AfterEach
    void close() {
        ffmpeg.close();
    }

    @Test
    void encodesAWholeFilmOnTheDevice() throws Exception {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        assertThat(plan.encoder()).isEqualTo("h264_nvenc");
        assertThat(plan.encoderNote()).isNull();
        var tests = gpus.encodes("nvenc-0");

        var expected = new ArrayList<String>();
        for (var chunk : plan.chunks()) {
            var made = chunk(plan, chunk.index());
            assertThat(made.key()).isEqualTo(plan.keys().get(chunk.index()));
            assertThat(made.encoder()).isEqualTo("h264_nvenc");
            assertThat(made.note()).isNull();
            expected.addAll(JoinTests.decoded(film, made.key()));
        }
        var finished = finish(plan);

        assertThat(plan.chunks()).hasSizeGreaterThan(3);
        assertThat(gpus.encodes("nvenc-0")).isEqualTo(tests + plan.chunks().size());
        assertThat(finished.encoder()).isEqualTo("h264_nvenc");
        assertThat(finished.note()).isNull();
        assertThat(JoinTests.decoded(film, finished.key()))
                .hasSize((int) plan.frames())
                .isEqualTo(expected)
                .doesNotHaveDuplicates();
        assertThat(playsByItsHeader(film.store.file(finished.key()))).isTrue();
        assertThat(Packets.distances(film.store.file(finished.key()))).containsExactly(512L);
        assertThat(plan.processorKeys()).noneMatch(film.store::exists);
    }

    @Test
    void takesStillsAndExtractsFromTheFilmThatTheDeviceMade() {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        render(plan);
        var mix = film.mix(plan);
        film.renderer.finisher().join(Film.VIDEO, plan, mix);
        film.renderer.finisher().optimise(Film.VIDEO, plan, mix);
        assertThat(film.renderer.finisher().preview(Film.VIDEO, plan, mix).frames())
                .isEqualTo(plan.frames());
        // What happens to device and chunks afterwards is nothing to a film that is joined.
        gpus.misbehave("nvenc-0", "fail", "all");
        film.store.delete(plan.keys().get(1));
        assertThat(chunk(plan, 1).encoder()).isEqualTo("libx264");

        assertThat(film.renderer.posters().poster(Film.VIDEO, plan, mix).size()).isPositive();
        assertThat(film.renderer.extracts().gif(Film.VIDEO, plan, mix).size()).isPositive();
        assertThat(film.renderer.finisher().optimise(Film.VIDEO, plan, mix).encoder())
                .isEqualTo("h264_nvenc");
    }

    @Test
    void makesTheWholeFilmOnTheCpuWhenTheDeviceFailsInTheMiddle() throws Exception {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        chunk(plan, 0);
        chunk(plan, 1);
        gpus.misbehave("nvenc-0", "fail", "all");
        var encodes = gpus.encodes("nvenc-0");

        for (var index = 2; index < plan.chunks().size(); index++) {
            var made = chunk(plan, index);
            assertThat(made.key()).isEqualTo(plan.processorKeys().get(index));
            assertThat(made.encoder()).isEqualTo("libx264");
            assertThat(made.note()).isEqualTo(LOST);
        }
        assertThat(gpus.encodes("nvenc-0")).isEqualTo(encodes + 1);
        var finished = finish(plan);

        assertThat(finished.encoder()).isEqualTo("libx264");
        assertThat(finished.note()).isEqualTo(LOST);
        var onCpu = new ArrayList<String>();
        for (var key : plan.processorKeys()) {
            onCpu.addAll(JoinTests.decoded(film, key));
        }
        assertThat(JoinTests.decoded(film, finished.key()))
                .hasSize((int) plan.frames())
                .isEqualTo(onCpu)
                .doesNotHaveDuplicates();
        assertThat(writtenBy(finished.key()))
                .hasSize(1)
                .isSubsetOf(writtenBy(plan.processorKeys().getFirst()));
        assertThat(playsByItsHeader(film.store.file(finished.key()))).isTrue();
    }

    /** Why films are made of the chunks of one encoder. FFmpeg itself would play this one. */
    @Test
    void doesNotPlayEverywhereWhenChunksOfTwoEncodersAreJoined() throws Exception {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        var first = chunk(plan, 0);
        gpus.misbehave("nvenc-0", "fail", "all");
        var second = chunk(plan, 1);
        assertThat(second.encoder()).isNotEqualTo(first.encoder());
        var list = Files.writeString(
                work.resolve("mixed.ffconcat"),
                "ffconcat version 1.0\nfile '%s'\nfile '%s'\n"
                        .formatted(film.store.file(first.key()), film.store.file(second.key())));
        var mixed = work.resolve("mixed.mp4");
        var join = FfmpegCommand.of(
                Input.of(list).with("f", "concat").with("safe", 0),
                Output.to(mixed, Pad.video(0)).with("c", "copy"));
        Ffmpeg.require(ffmpeg.run(join, Duration.ofMinutes(1)));

        assertThat(ffmpeg.probe().countFrames(mixed)).isEqualTo(first.frames() + second.frames());
        assertThat(playsByItsHeader(mixed)).isFalse();
        assertThat(playsByItsHeader(film.store.file(first.key()))).isTrue();
    }

    /** Whether it plays for one who reads what the header says of the pictures, and nothing that follows: Safari. */
    private boolean playsByItsHeader(Path file) {
        var strict = work.resolve("strict.mp4");
        var copy = Output.to(strict, Pad.video(0)).with("c", "copy").with("bsf:v", "filter_units=remove_types=7|8");
        Ffmpeg.require(ffmpeg.run(FfmpegCommand.of(Input.of(file), copy), Duration.ofMinutes(1)));
        var decoding = FfmpegCommand.of(Input.of(strict).with("err_detect", "explode"), Output.nothing())
                .with(Option.flag("xerror"));
        return ffmpeg.run(decoding, Duration.ofMinutes(1)) instanceof Outcome.Finished;
    }

    /** Both are drivers of one interface, but not the same hardware: what one decoder is told does not suit both. */
    @Test
    void doesNotJoinChunksThatDoNotFitTogether() throws Exception {
        var other = film(work.resolve("other"));
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        var strange = other.renderer.chunk(
                Film.VIDEO, other.plan(TransitionStyle.CUT, CHUNK).withProfile(plan.profile()), 1);
        film.store.put(plan.keys().get(1), Files.copy(other.store.file(strange.key()), work.resolve("strange.mp4")));
        render(plan);

        var finished = finish(plan);

        assertThat(finished.encoder()).isEqualTo("libx264");
        assertThat(finished.note()).isEqualTo("encoded on the CPU: the chunks of the GPUs do not fit together");
        assertThat(JoinTests.decoded(film, finished.key())).hasSize((int) plan.frames());
    }

    @Test
    void bringsThePicturesToADeviceThatWantsThem() throws Exception {
        gpus.with("vaapi-renderD128", 2);
        devices = devices(new Hardware(false, List.of("/dev/dri/renderD128")));
        film = film(work.resolve("vaapi"));
        var plan = film.plan(TransitionStyle.CUT, CHUNK);

        assertThat(finish(rendered(plan)).encoder()).isEqualTo("h264_vaapi");
        assertThat(gpus.encodes("nvenc-0")).isZero();
    }

    /** Another tenant, or a game, has two of the three sessions. */
    @Test
    void makesDoWithTheSessionsThatOthersLeave() throws Exception {
        var plan = film.plan(gpu(), Duration.ofMillis(500));
        gpus.limit("nvenc-0", 1);

        inParallel(List.of(new Part(Film.VIDEO, plan)));

        assertThat(gpus.turnedAway("nvenc-0")).isPositive();
        assertThat(gpus.mostSessions("nvenc-0")).isLessThanOrEqualTo(3);
        assertThat(JoinTests.decoded(film, finish(plan).key())).hasSize((int) plan.frames());
    }

    @Test
    void triesASecondDeviceBeforeTheCpu() {
        gpus.with("nvenc-1", 3);
        restart();
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        gpus.misbehave("nvenc-0", "die", "all");

        assertThat(chunk(plan, 0).encoder()).isEqualTo("h264_nvenc");
        assertThat(gpus.encodes("nvenc-1")).isPositive();
    }

    @Test
    void saysOfEveryDeviceWhatWentWrong() {
        gpus.with("nvenc-1", 3);
        restart();
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        gpus.misbehave("nvenc-0", "die", "all");
        gpus.misbehave("nvenc-1", "wrong", "all");

        var made = chunk(plan, 0);

        assertThat(made.encoder()).isEqualTo("libx264");
        assertThat(made.note())
                .isEqualTo("encoded on the CPU: nvenc:0: its driver crashed; "
                        + "nvenc:1: what it wrote does not have the right pictures");
    }

    @Test
    void usesADeviceAgainThatIsBack() throws Exception {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        gpus.misbehave("nvenc-0", "fail", "all");
        chunk(plan, 0);
        var resting = film.plan(gpu(), Duration.ofSeconds(2));
        assertThat(resting.encoder()).isNull();
        assertThat(resting.encoderNote()).startsWith("encoded on the CPU: nvenc:0 rests: it was lost");
        assertThat(chunk(resting, 0).note()).isEqualTo(resting.encoderNote());

        gpus.behave("nvenc-0");
        now.updateAndGet(instant -> instant.plusSeconds(61));

        var later = planned();
        assertThat(chunk(later, 0).encoder()).isEqualTo("h264_nvenc");
        assertThat(chunk(plan, 1).encoder()).isEqualTo("libx264");
        assertThat(finish(rendered(plan)).note()).isEqualTo(LOST);
    }

    @Test
    void sharesTheSessionsAmongTenants() throws Exception {
        var one = film.plan(TransitionStyle.CUT, CHUNK);
        var two = film.plan(gpu(), Duration.ofMillis(500));
        assertThat(one.keys()).doesNotContainAnyElementsOf(two.keys());

        var made = inParallel(List.of(new Part(new VideoId("one"), one), new Part(new VideoId("two"), two)));

        assertThat(made).extracting(Rendition::encoder).containsOnly("h264_nvenc");
        assertThat(gpus.turnedAway("nvenc-0")).isZero();
        assertThat(gpus.mostSessions("nvenc-0")).isEqualTo(3);
        assertThat(gpus.openSessions("nvenc-0")).isZero();
        assertThat(JoinTests.decoded(film, finish(one).key())).hasSize((int) one.frames());
        assertThat(JoinTests.decoded(film, finish(two).key())).hasSize((int) two.frames());
    }

    /** Two videos that show the same, of which the second finds out from the first that the device is lost. */
    @Test
    void losesTheDeviceOfEveryFilmThatHasTheChunk() throws Exception {
        var one = film.plan(TransitionStyle.CUT, CHUNK);
        gpus.misbehave("nvenc-0", "fail", "all");

        var made = inParallel(List.of(new Part(new VideoId("one"), one), new Part(new VideoId("two"), one)));

        assertThat(made).extracting(Rendition::encoder).containsOnly("libx264");
        assertThat(finish(one).encoder()).isEqualTo("libx264");
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        chunk(plan, 0);
        chunk(plan, 1);
        restart();
        devices.report();
        var encodes = gpus.encodes("nvenc-0");

        render(plan);

        assertThat(gpus.encodes("nvenc-0")).isEqualTo(encodes + plan.chunks().size() - 2);
        assertThat(JoinTests.decoded(film, finish(plan).key())).hasSize((int) plan.frames());
    }

    @Test
    void remembersAcrossARestartThatTheDeviceWasLost() throws Exception {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        chunk(plan, 0);
        gpus.misbehave("nvenc-0", "fail", "all");
        chunk(plan, 1);
        gpus.behave("nvenc-0");
        restart();

        var finished = finish(rendered(plan));

        assertThat(finished.note()).isEqualTo(LOST);
        assertThat(JoinTests.decoded(film, finished.key())).hasSize((int) plan.frames());
    }

    /** As a worker without GPU gets it from one that has some. */
    @Test
    void makesChunksOnTheCpuWhereThereIsNoDevice() throws Exception {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        var elsewhere = new Renderer(
                film.store, ffmpeg, film.captioning, work.resolve("work"), Encoders.onProcessor(), FilmDevices.none());
        chunk(plan, 0);

        var made = elsewhere.chunk(Film.VIDEO, plan, 1);

        assertThat(made.encoder()).isEqualTo("libx264");
        assertThat(made.note()).isEqualTo("encoded on the CPU: no nvenc device here encodes h264");
        assertThat(finish(rendered(plan)).encoder()).isEqualTo("libx264");
    }

    @Test
    void leavesTheFilmItsDeviceWhenTheVideoIsCancelled() throws Exception {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        gpus.misbehave("nvenc-0", "hang", "all");
        var chunk = CompletableFuture.supplyAsync(() -> chunk(plan, 0));
        while (gpus.openSessions("nvenc-0") == 0) {
            assertThat(chunk).isNotDone();
            Thread.onSpinWait();
        }

        film.renderer.cancel(Film.VIDEO);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> chunk.get(30, TimeUnit.SECONDS))
                .withCauseInstanceOf(CodedException.class)
                .satisfies(failed ->
                        assertThat(((CodedException) failed.getCause()).code()).isEqualTo(CommonErrorCode.CANCELLED));
        gpus.behave("nvenc-0");
        assertThat(chunk(plan, 0).encoder()).isEqualTo("h264_nvenc");
        try (var left = Files.list(film.work.resolve("store").resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void asksForChunksThatAreGone() {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        var mix = film.mix(plan);
        render(plan);
        film.store.delete(plan.keys().get(2));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> film.renderer.finisher().join(Film.VIDEO, plan, mix))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(RenderErrorCode.PIECE_MISSING));
        assertThat(chunk(plan, 2).encoder()).isEqualTo("h264_nvenc");
        assertThat(film.renderer.finisher().join(Film.VIDEO, plan, mix).encoder())
                .isEqualTo("h264_nvenc");
    }

    @Test
    void convertsAFilmThatADeviceMade() throws Exception {
        var plan = film.plan(gpu(), CHUNK);
        render(plan);
        finish(plan);
        var mix = new ObjectKey("mixes/mix.m4a");
        var encodes = gpus.encodes("nvenc-0");

        var packed = convert(plan, mix, conversion(null, null, Container.MOV));
        assertThat(packed.encoder()).isEqualTo("h264_nvenc");
        assertThat(gpus.encodes("nvenc-0")).isEqualTo(encodes);

        var hevc = convert(plan, mix, conversion("hevc", null, null));
        assertThat(hevc.encoder()).isEqualTo("hevc_nvenc");
        assertThat(gpus.encodes("nvenc-0")).isEqualTo(encodes + plan.chunks().size());

        var av1 = convert(plan, mix, conversion("av1", null, null));
        assertThat(av1.encoder()).isEqualTo("libsvtav1");
        assertThat(av1.note()).startsWith("encoded on the CPU: no GPU here encodes av1");

        var small = convert(plan, mix, conversion(null, "144x256", null));
        assertThat(small.encoder()).isEqualTo("libx264");
        for (var converted : List.of(packed, hevc, av1, small)) {
            assertThat(JoinTests.decoded(film, converted.key())).hasSize((int) plan.frames());
        }
    }

    @Test
    void scalesTheChunksOfOneEncoderWhenTheDeviceIsLostMeanwhile() throws Exception {
        var plan = film.plan(TransitionStyle.CUT, CHUNK);
        render(plan);
        var mix = film.mix(plan);
        film.store.delete(plan.keys().get(3));
        gpus.misbehave("nvenc-0", "fail", "all");

        var small = convert(plan, mix, conversion(null, "144x256", null));

        assertThat(JoinTests.decoded(film, small.key())).hasSize((int) plan.frames());
        assertThat(plan.processorKeys()).allMatch(film.store::exists);
    }

    private static ConversionSettings conversion(String codec, String resolution, Container container) {
        return new ConversionSettings(
                codec, null, null, resolution, null, new OutputSettings(container, null, null, null, null));
    }

    private Rendition convert(FilmPlan plan, ObjectKey mix, ConversionSettings settings) {
        return film.renderer.converter().convert(Film.VIDEO, plan, mix, settings);
    }

    private static VideoSettings gpu() {
        return VideoSettings.DEFAULT
                .withEncoding(null, null, null, new OutputSettings(null, null, null, null, OutputSettings.Device.GPU))
                .withTransition(TransitionStyle.CUT);
    }

    /** The plan of another film, when the device has been tested. */
    private FilmPlan planned() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            var plan = film.plan(gpu(), Duration.ofMillis(700));
            if (plan.encoder() != null) {
                return plan;
            }
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private Rendition chunk(FilmPlan plan, int index) {
        return film.renderer.chunk(Film.VIDEO, plan, index);
    }

    private void render(FilmPlan plan) {
        plan.chunks().forEach(chunk -> chunk(plan, chunk.index()));
    }

    private FilmPlan rendered(FilmPlan plan) {
        render(plan);
        return plan;
    }

    private Rendition finish(FilmPlan plan) {
        var mix = film.mix(plan);
        film.renderer.finisher().join(Film.VIDEO, plan, mix);
        return film.renderer.finisher().optimise(Film.VIDEO, plan, mix);
    }

    /** The settings that x264 writes into each stream, once for each chunk. */
    private List<String> writtenBy(ObjectKey key) throws IOException {
        var text = Files.readString(film.store.file(key), StandardCharsets.ISO_8859_1);
        return Pattern.compile("cabac=\\d ref=\\d+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private record Part(VideoId video, FilmPlan plan) {}

    private List<Rendition> inParallel(List<Part> parts) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Rendition>>();
            for (var part : parts) {
                for (var chunk : part.plan().chunks()) {
                    running.add(threads.submit(() -> film.renderer.chunk(part.video(), part.plan(), chunk.index())));
                }
            }
            var made = new ArrayList<Rendition>();
            for (var chunk : running) {
                made.add(chunk.get());
            }
            return made;
        }
    }

    /** Everything anew but what is stored. */
    private void restart() {
        ffmpeg.close();
        ffmpeg = gpus.ffmpeg(6);
        devices = devices();
        film = film(work.resolve("film"));
    }

    private Film film(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var result = new Film(directory, new PaintedCaptioning(List.of()), ffmpeg, devices);
        return result.sentence(Duration.ofSeconds(5), result.footage("long", 180, 320, 30, 240));
    }

    private FilmDevices devices() {
        return devices(new Hardware(true, List.of()));
    }

    private FilmDevices devices(Hardware hardware) {
        var properties = new DeviceProperties(
                DeviceProperties.Enabled.AUTO,
                0,
                Duration.ofSeconds(20),
                1,
                Duration.ofMinutes(1),
                Duration.ofMillis(100));
        return new FilmDevices(properties, () -> ffmpeg, work.resolve("tests"), hardware, now::get);
    }
}
