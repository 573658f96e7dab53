package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.OutputSettings.Container;
import io.moneyprinter.contracts.video.TransitionStyle;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.plan.FilmPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every codec in every container it may be in: three chunks, encoded apart, are one film. */
class JoinTests {

    private static final Duration CHUNK = Duration.ofMillis(1_300);

    @TempDir
    Path work;

    @ParameterizedTest
    @CsvSource({
        "h264,MP4,aac",
        "h264,MOV,aac",
        "hevc,MP4,aac",
        "hevc,MOV,aac",
        "vp9,MP4,aac",
        "vp9,WEBM,opus",
        "av1,MP4,aac",
        "av1,WEBM,opus"
    })
    void joinsChunksWithoutLossOrRepetition(String codec, Container container, String audio) throws Exception {
        var film = film(work);
        var plan = film.plan(settings(codec, container), CHUNK);
        assertThat(plan.chunks()).hasSize(3);
        var mix = film.mix(plan);
        var expected = new ArrayList<String>();
        for (var chunk : plan.chunks()) {
            film.renderer.chunk(Film.VIDEO, plan, chunk.index());
            expected.addAll(decoded(film, chunk.key()));
        }

        film.renderer.finisher().join(Film.VIDEO, plan, mix);
        var finished = film.renderer.finisher().optimise(Film.VIDEO, plan, mix);

        var pictures = decoded(film, finished.key());
        assertThat(pictures).hasSize((int) plan.frames()).isEqualTo(expected).doesNotHaveDuplicates();
        var file = film.store.file(finished.key());
        var facts = SharedFfmpeg.ffmpeg()
                .probe()
                .facts(file, "stream=codec_name,color_space,color_range,codec_tag_string:format_tags=title")
                .facts();
        assertThat(facts)
                .containsEntry("streams.0.codec_name", codec)
                .containsEntry("streams.0.color_space", "bt709")
                .containsEntry("streams.0.color_range", "tv")
                .containsEntry("streams.1.codec_name", audio)
                .containsEntry("format.tags.title", "A film");
        if (codec.equals("hevc")) {
            assertThat(facts).containsEntry("streams.0.codec_tag_string", "hvc1");
        }
        assertThat(Packets.distances(file)).isSubsetOf(container == Container.WEBM ? List.of(33L, 34L) : List.of(512L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "hevc", "vp9", "av1"})
    void encodesAChunkToTheSameBytesEveryTime(String codec) {
        var digests = IntStream.range(0, 2)
                .mapToObj(i -> {
                    var film = film(work.resolve("film" + i));
                    var plan = film.plan(settings(codec, null), CHUNK);
                    var chunk = film.renderer.chunk(Film.VIDEO, plan, 1);
                    return Digests.ofFile(film.store.file(chunk.key()));
                })
                .toList();

        assertThat(digests.get(0)).isEqualTo(digests.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "hevc", "vp9", "av1"})
    void keepsToABitrate(String codec) {
        var film = film(work);
        var settings = VideoSettings.DEFAULT.withEncoding(
                codec, null, null, new OutputSettings(null, null, 300, null, OutputSettings.Device.CPU));
        var plan = film.plan(settings.withTransition(TransitionStyle.CUT), Duration.ofHours(1));

        var chunk = film.renderer.chunk(Film.VIDEO, plan, 0);

        var pictures = SharedFfmpeg.ffmpeg().probe().facts(film.store.file(chunk.key()), "stream=bit_rate");
        var kilobits = pictures.whole("streams.0.bit_rate", 0) / 1_000;
        assertThat(kilobits).isBetween(120L, 480L);
    }

    @Test
    void writesNoEditListsForReels() throws Exception {
        var film = film(work);
        var settings =
                VideoSettings.DEFAULT.withEncoding(null, null, "reels", null).withTransition(TransitionStyle.CUT);
        var plan = film.plan(settings, CHUNK);
        var finished = finish(film, plan);

        var file = film.store.file(finished);
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("elst");
        assertThat(decoded(film, finished)).hasSize((int) plan.frames());
        assertThat(SharedFfmpeg.ffmpeg()
                        .probe()
                        .facts(file, "stream=start_time")
                        .facts())
                .containsEntry("streams.0.start_time", "0.000000");
        assertThat(Packets.distances(file)).containsExactly(512L);
    }

    private static ObjectKey finish(Film film, FilmPlan plan) {
        var mix = film.mix(plan);
        for (var chunk : plan.chunks()) {
            film.renderer.chunk(Film.VIDEO, plan, chunk.index());
        }
        film.renderer.finisher().join(Film.VIDEO, plan, mix);
        return film.renderer.finisher().optimise(Film.VIDEO, plan, mix).key();
    }

    private static Film film(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var film = new Film(directory);
        return film.sentence(Duration.ofMillis(3_500), film.footage("long", 180, 320, 30, 150));
    }

    private static VideoSettings settings(String codec, Container container) {
        return VideoSettings.DEFAULT
                .withEncoding(codec, null, null, new OutputSettings(container, null, null, null, null))
                .withTransition(TransitionStyle.CUT);
    }

    /** The checksum of every decoded picture, from a decoder that forgives nothing. */
    static List<String> decoded(Film film, ObjectKey key) throws IOException {
        var file = film.work.resolve("decoded.md5");
        var output = Output.to(file, Pad.video(0)).with("f", "framemd5").with("fps_mode", "passthrough");
        var command = FfmpegCommand.of(Input.of(film.store.file(key)).with("err_detect", "explode"), output)
                .with(Option.flag("xerror"));
        Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, Duration.ofMinutes(1)));
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }
}
