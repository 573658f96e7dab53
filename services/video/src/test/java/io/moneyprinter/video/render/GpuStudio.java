package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.OutputSettings;
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
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.device.DeviceStandIn;
import io.moneyprinter.video.device.DeviceProperties;
import io.moneyprinter.video.device.FilmDevices;
import io.moneyprinter.video.plan.FilmPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A film of five seconds that is made with an FFmpeg that has GPUs: at first one, with three sessions. */
final class GpuStudio implements AutoCloseable {

    static final Duration CHUNK = Duration.ofSeconds(1);

    final DeviceStandIn gpus;
    final SettableClock clock = new SettableClock();
    private final Path work;
    Ffmpeg ffmpeg;
    FilmDevices devices;
    Film film;

    GpuStudio(Path work) {
        this.work = work;
        gpus = new DeviceStandIn(work.resolve("gpus")).with("nvenc-0", 3);
        ffmpeg = gpus.ffmpeg(6);
        devices = devices(new Hardware(true, List.of()));
        film = film(work.resolve("film"));
    }

    /** Everything anew but what is stored. */
    void restart() {
        ffmpeg.close();
        ffmpeg = gpus.ffmpeg(6);
        devices = devices(new Hardware(true, List.of()));
        film = film(work.resolve("film"));
    }

    /** Another machine, with nothing stored. */
    void moveTo(Hardware hardware) {
        devices = devices(hardware);
        film = film(work.resolve("elsewhere"));
    }

    Film film(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var result = new Film(directory, new PaintedCaptioning(List.of()), ffmpeg, devices);
        return result.sentence(Duration.ofSeconds(5), result.footage("long", 180, 320, 30, 240));
    }

    private FilmDevices devices(Hardware hardware) {
        var properties = new DeviceProperties(
                DeviceProperties.Enabled.AUTO,
                0,
                Duration.ofSeconds(20),
                1,
                Duration.ofMinutes(1),
                Duration.ofMillis(100));
        return new FilmDevices(properties, () -> ffmpeg, work.resolve("tests"), hardware, clock);
    }

    FilmPlan plan() {
        return film.plan(TransitionStyle.CUT, CHUNK);
    }

    /** Where the user asks for a GPU. */
    FilmPlan planForGpu(Duration chunkLength) {
        return film.plan(
                VideoSettings.DEFAULT
                        .withEncoding(
                                null, null, null, new OutputSettings(null, null, null, null, OutputSettings.Device.GPU))
                        .withTransition(TransitionStyle.CUT),
                chunkLength);
    }

    /** The plan of another film, when the device has been tested. */
    FilmPlan planOnceTested() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            var plan = planForGpu(Duration.ofMillis(700));
            if (plan.encoder() != null) {
                return plan;
            }
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    Renderer renderer() {
        return film.renderer;
    }

    Rendition chunk(FilmPlan plan, int index) {
        return film.renderer.chunk(Film.VIDEO, plan, index);
    }

    FilmPlan rendered(FilmPlan plan) {
        plan.chunks().forEach(chunk -> chunk(plan, chunk.index()));
        return plan;
    }

    Rendition finish(FilmPlan plan) {
        var mix = film.mix(plan);
        film.renderer.finisher().join(Film.VIDEO, plan, mix);
        return film.renderer.finisher().optimise(Film.VIDEO, plan, mix);
    }

    List<String> decoded(ObjectKey key) throws IOException {
        return JoinTests.decoded(film, key);
    }

    boolean playsByItsHeader(ObjectKey key) {
        return playsByItsHeader(film.store.file(key));
    }

    /** Whether it plays for one who reads what the header says of the pictures, and nothing that follows: Safari. */
    boolean playsByItsHeader(Path file) {
        var strict = work.resolve("strict.mp4");
        var copy = Output.to(strict, Pad.video(0)).with("c", "copy").with("bsf:v", "filter_units=remove_types=7|8");
        Ffmpeg.require(ffmpeg.run(FfmpegCommand.of(Input.of(file), copy), Duration.ofMinutes(1)));
        var decoding = FfmpegCommand.of(Input.of(strict).with("err_detect", "explode"), Output.nothing())
                .with(Option.flag("xerror"));
        return ffmpeg.run(decoding, Duration.ofMinutes(1)) instanceof Outcome.Finished;
    }

    @Override
    public void close() {
        ffmpeg.close();
    }
}
