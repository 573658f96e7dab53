package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a film whose device is lost, or does not do what others do. */
class LostDeviceTests {

    private static final String LOST =
            "encoded on the CPU: nvenc:0: it was lost: EncodePicture failed!: generic error (20): (no details)";

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
    void makesTheWholeFilmOnTheCpuWhenTheDeviceFailsInTheMiddle() throws Exception {
        var plan = studio.plan();
        studio.chunk(plan, 0);
        studio.chunk(plan, 1);
        studio.gpus.misbehave("nvenc-0", "fail", "all");
        var encodes = studio.gpus.encodes("nvenc-0");

        for (var index = 2; index < plan.chunks().size(); index++) {
            var made = studio.chunk(plan, index);
            assertThat(made.key()).isEqualTo(plan.processorKeys().get(index));
            assertThat(made.encoder()).isEqualTo("libx264");
            assertThat(made.note()).isEqualTo(LOST);
        }
        assertThat(studio.gpus.encodes("nvenc-0")).isEqualTo(encodes + 1);
        var finished = studio.finish(plan);

        assertThat(finished.encoder()).isEqualTo("libx264");
        assertThat(finished.note()).isEqualTo(LOST);
        var onCpu = new ArrayList<String>();
        for (var key : plan.processorKeys()) {
            onCpu.addAll(studio.decoded(key));
        }
        assertThat(studio.decoded(finished.key()))
                .hasSize((int) plan.frames())
                .isEqualTo(onCpu)
                .doesNotHaveDuplicates();
        assertThat(writtenBy(finished.key()))
                .hasSize(1)
                .isSubsetOf(writtenBy(plan.processorKeys().getFirst()));
        assertThat(studio.playsByItsHeader(finished.key())).isTrue();
    }

    /** Why films are made of the chunks of one encoder. FFmpeg itself would play this one. */
    @Test
    void doesNotPlayEverywhereWhenChunksOfTwoEncodersAreJoined() throws Exception {
        var plan = studio.plan();
        var first = studio.chunk(plan, 0);
        studio.gpus.misbehave("nvenc-0", "fail", "all");
        var second = studio.chunk(plan, 1);
        assertThat(second.encoder()).isNotEqualTo(first.encoder());
        var list = Files.writeString(
                work.resolve("mixed.ffconcat"),
                "ffconcat version 1.0\nfile '%s'\nfile '%s'\n"
                        .formatted(studio.film.store.file(first.key()), studio.film.store.file(second.key())));
        var mixed = work.resolve("mixed.mp4");
        var join = FfmpegCommand.of(
                Input.of(list).with("f", "concat").with("safe", 0),
                Output.to(mixed, Pad.video(0)).with("c", "copy"));
        Ffmpeg.require(studio.ffmpeg.run(join, Duration.ofMinutes(1)));

        assertThat(studio.ffmpeg.probe().countFrames(mixed)).isEqualTo(first.frames() + second.frames());
        assertThat(studio.playsByItsHeader(mixed)).isFalse();
        assertThat(studio.playsByItsHeader(first.key())).isTrue();
    }

    /** Both are drivers of one interface, but not the same hardware: what one decoder is told does not suit both. */
    @Test
    void doesNotJoinChunksThatDoNotFitTogether() throws Exception {
        var other = studio.film(work.resolve("other"));
        var plan = studio.plan();
        var strange = other.renderer.chunk(
                Film.VIDEO, other.plan(TransitionStyle.CUT, GpuStudio.CHUNK).withProfile(plan.profile()), 1);
        studio.film.store.put(
                plan.keys().get(1), Files.copy(other.store.file(strange.key()), work.resolve("strange.mp4")));
        studio.rendered(plan);

        var finished = studio.finish(plan);

        assertThat(finished.encoder()).isEqualTo("libx264");
        assertThat(finished.note()).isEqualTo("encoded on the CPU: the chunks of the GPUs do not fit together");
        assertThat(studio.decoded(finished.key())).hasSize((int) plan.frames());
    }

    @Test
    void triesASecondDeviceBeforeTheCpu() {
        studio.gpus.with("nvenc-1", 3);
        studio.restart();
        var plan = studio.plan();
        studio.gpus.misbehave("nvenc-0", "die", "all");

        assertThat(studio.chunk(plan, 0).encoder()).isEqualTo("h264_nvenc");
        assertThat(studio.gpus.encodes("nvenc-1")).isPositive();
    }

    @Test
    void saysOfEveryDeviceWhatWentWrong() {
        studio.gpus.with("nvenc-1", 3);
        studio.restart();
        var plan = studio.plan();
        studio.gpus.misbehave("nvenc-0", "die", "all");
        studio.gpus.misbehave("nvenc-1", "wrong", "all");

        var made = studio.chunk(plan, 0);

        assertThat(made.encoder()).isEqualTo("libx264");
        assertThat(made.note())
                .isEqualTo("encoded on the CPU: nvenc:0: its driver crashed; "
                        + "nvenc:1: what it wrote does not have the right pictures");
    }

    @Test
    void usesADeviceAgainThatIsBack() throws Exception {
        var plan = studio.plan();
        studio.gpus.misbehave("nvenc-0", "fail", "all");
        studio.chunk(plan, 0);
        var resting = studio.planForGpu(Duration.ofSeconds(2));
        assertThat(resting.encoder()).isNull();
        assertThat(resting.encoderNote()).startsWith("encoded on the CPU: nvenc:0 rests: it was lost");
        assertThat(studio.chunk(resting, 0).note()).isEqualTo(resting.encoderNote());

        studio.gpus.behave("nvenc-0");
        studio.clock.advance(Duration.ofSeconds(61));

        var later = studio.planOnceTested();
        assertThat(studio.chunk(later, 0).encoder()).isEqualTo("h264_nvenc");
        assertThat(studio.chunk(plan, 1).encoder()).isEqualTo("libx264");
        assertThat(studio.finish(studio.rendered(plan)).note()).isEqualTo(LOST);
    }

    @Test
    void remembersAcrossARestartThatTheDeviceWasLost() throws Exception {
        var plan = studio.plan();
        studio.chunk(plan, 0);
        studio.gpus.misbehave("nvenc-0", "fail", "all");
        studio.chunk(plan, 1);
        studio.gpus.behave("nvenc-0");
        studio.restart();

        var finished = studio.finish(studio.rendered(plan));

        assertThat(finished.note()).isEqualTo(LOST);
        assertThat(studio.decoded(finished.key())).hasSize((int) plan.frames());
    }

    /** The settings that x264 writes into each stream, once for each chunk. */
    private List<String> writtenBy(ObjectKey key) throws IOException {
        var text = Files.readString(studio.film.store.file(key), StandardCharsets.ISO_8859_1);
        return Pattern.compile("cabac=\\d ref=\\d+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
