package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.ffmpeg.device.Hardware;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.video.device.FilmDevices;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.plan.FilmPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films through the real renderer, with an FFmpeg that has GPUs. */
class FilmOnDeviceTests {

    @TempDir
    Path work;

    private GpuStudio studio;

    @BeforeEach
    void open() {
        studio = new GpuStudio(work);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void encodesAWholeFilmOnTheDevice() throws Exception {
        var plan = studio.plan();
        assertThat(plan.encoder()).isEqualTo("h264_nvenc");
        assertThat(plan.encoderNote()).isNull();
        var tests = studio.gpus.encodes("nvenc-0");

        var expected = new ArrayList<String>();
        for (var chunk : plan.chunks()) {
            var made = studio.chunk(plan, chunk.index());
            assertThat(made.key()).isEqualTo(plan.keys().get(chunk.index()));
            assertThat(made.encoder()).isEqualTo("h264_nvenc");
            assertThat(made.note()).isNull();
            expected.addAll(studio.decoded(made.key()));
        }
        var finished = studio.finish(plan);

        assertThat(plan.chunks()).hasSizeGreaterThan(3);
        assertThat(studio.gpus.encodes("nvenc-0"))
                .isEqualTo(tests + plan.chunks().size());
        assertThat(finished.encoder()).isEqualTo("h264_nvenc");
        assertThat(finished.note()).isNull();
        assertThat(studio.decoded(finished.key()))
                .hasSize((int) plan.frames())
                .isEqualTo(expected)
                .doesNotHaveDuplicates();
        assertThat(studio.playsByItsHeader(finished.key())).isTrue();
        assertThat(Packets.distances(studio.film.store.file(finished.key()))).containsExactly(512L);
        assertThat(plan.processorKeys()).noneMatch(studio.film.store::exists);
    }

    @Test
    void takesStillsAndExtractsFromTheFilmThatTheDeviceMade() {
        var plan = studio.plan();
        studio.rendered(plan);
        var mix = studio.film.mix(plan);
        studio.renderer().finisher().join(Film.VIDEO, plan, mix);
        studio.renderer().finisher().optimise(Film.VIDEO, plan, mix);
        assertThat(studio.renderer().finisher().preview(Film.VIDEO, plan, mix).frames())
                .isEqualTo(plan.frames());
        // What happens to device and chunks afterwards is nothing to a film that is joined.
        studio.gpus.misbehave("nvenc-0", "fail", "all");
        studio.film.store.delete(plan.keys().get(1));
        assertThat(studio.chunk(plan, 1).encoder()).isEqualTo("libx264");

        assertThat(studio.renderer().posters().poster(Film.VIDEO, plan, mix).size())
                .isPositive();
        assertThat(studio.renderer().extracts().gif(Film.VIDEO, plan, mix).size())
                .isPositive();
        assertThat(studio.renderer().finisher().optimise(Film.VIDEO, plan, mix).encoder())
                .isEqualTo("h264_nvenc");
    }

    @Test
    void bringsThePicturesToADeviceThatWantsThem() throws Exception {
        studio.gpus.with("vaapi-renderD128", 2);
        studio.moveTo(new Hardware(false, List.of("/dev/dri/renderD128")));
        var plan = studio.plan();

        assertThat(studio.finish(studio.rendered(plan)).encoder()).isEqualTo("h264_vaapi");
        assertThat(studio.gpus.encodes("nvenc-0")).isZero();
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        var plan = studio.plan();
        studio.chunk(plan, 0);
        studio.chunk(plan, 1);
        studio.restart();
        studio.devices.report();
        var encodes = studio.gpus.encodes("nvenc-0");

        studio.rendered(plan);

        assertThat(studio.gpus.encodes("nvenc-0"))
                .isEqualTo(encodes + plan.chunks().size() - 2);
        assertThat(studio.decoded(studio.finish(plan).key())).hasSize((int) plan.frames());
    }

    /** As a worker without GPU gets it from one that has some. */
    @Test
    void makesChunksOnTheCpuWhereThereIsNoDevice() throws Exception {
        var plan = studio.plan();
        var elsewhere = new Renderer(
                studio.film.store,
                studio.ffmpeg,
                studio.film.captioning,
                work.resolve("work"),
                Encoders.onProcessor(),
                FilmDevices.none());
        studio.chunk(plan, 0);

        var made = elsewhere.chunk(Film.VIDEO, plan, 1);

        assertThat(made.encoder()).isEqualTo("libx264");
        assertThat(made.note()).isEqualTo("encoded on the CPU: no nvenc device here encodes h264");
        assertThat(studio.finish(studio.rendered(plan)).encoder()).isEqualTo("libx264");
    }

    @Test
    void leavesTheFilmItsDeviceWhenTheVideoIsCancelled() throws Exception {
        var plan = studio.plan();
        studio.gpus.misbehave("nvenc-0", "hang", "all");
        var chunk = CompletableFuture.supplyAsync(() -> studio.chunk(plan, 0));
        while (studio.gpus.openSessions("nvenc-0") == 0) {
            assertThat(chunk).isNotDone();
            Thread.onSpinWait();
        }

        studio.renderer().cancel(Film.VIDEO);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> chunk.get(30, TimeUnit.SECONDS))
                .withCauseInstanceOf(CodedException.class)
                .satisfies(failed ->
                        assertThat(((CodedException) failed.getCause()).code()).isEqualTo(CommonErrorCode.CANCELLED));
        studio.gpus.behave("nvenc-0");
        assertThat(studio.chunk(plan, 0).encoder()).isEqualTo("h264_nvenc");
        try (var left = Files.list(studio.film.work.resolve("store").resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void asksForChunksThatAreGone() {
        var plan = studio.plan();
        var mix = studio.film.mix(plan);
        studio.rendered(plan);
        studio.film.store.delete(plan.keys().get(2));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> studio.renderer().finisher().join(Film.VIDEO, plan, mix))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(RenderErrorCode.PIECE_MISSING));
        assertThat(studio.chunk(plan, 2).encoder()).isEqualTo("h264_nvenc");
        assertThat(studio.renderer().finisher().join(Film.VIDEO, plan, mix).encoder())
                .isEqualTo("h264_nvenc");
    }

    @Test
    void convertsAFilmThatADeviceMade() throws Exception {
        var plan = studio.planForGpu(GpuStudio.CHUNK);
        studio.rendered(plan);
        studio.finish(plan);
        var mix = new ObjectKey("mixes/mix.m4a");
        var encodes = studio.gpus.encodes("nvenc-0");

        var packed = convert(plan, mix, conversion(null, null, Container.MOV));
        assertThat(packed.encoder()).isEqualTo("h264_nvenc");
        assertThat(studio.gpus.encodes("nvenc-0")).isEqualTo(encodes);

        var hevc = convert(plan, mix, conversion("hevc", null, null));
        assertThat(hevc.encoder()).isEqualTo("hevc_nvenc");
        assertThat(studio.gpus.encodes("nvenc-0"))
                .isEqualTo(encodes + plan.chunks().size());

        var av1 = convert(plan, mix, conversion("av1", null, null));
        assertThat(av1.encoder()).isEqualTo("libsvtav1");
        assertThat(av1.note()).startsWith("encoded on the CPU: no GPU here encodes av1");

        var small = convert(plan, mix, conversion(null, "144x256", null));
        assertThat(small.encoder()).isEqualTo("libx264");
        for (var converted : List.of(packed, hevc, av1, small)) {
            assertThat(studio.decoded(converted.key())).hasSize((int) plan.frames());
        }
    }

    @Test
    void scalesTheChunksOfOneEncoderWhenTheDeviceIsLostMeanwhile() throws Exception {
        var plan = studio.plan();
        studio.rendered(plan);
        var mix = studio.film.mix(plan);
        studio.film.store.delete(plan.keys().get(3));
        studio.gpus.misbehave("nvenc-0", "fail", "all");

        var small = convert(plan, mix, conversion(null, "144x256", null));

        assertThat(studio.decoded(small.key())).hasSize((int) plan.frames());
        assertThat(plan.processorKeys()).allMatch(studio.film.store::exists);
    }

    private static ConversionSettings conversion(String codec, String resolution, Container container) {
        return new ConversionSettings(
                codec, null, null, resolution, null, new OutputSettings(container, null, null, null, null));
    }

    private Rendition convert(FilmPlan plan, ObjectKey mix, ConversionSettings settings) {
        return studio.renderer().converter().convert(Film.VIDEO, plan, mix, settings);
    }
}
