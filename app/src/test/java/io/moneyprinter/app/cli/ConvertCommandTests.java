package io.moneyprinter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConvertCommandTests extends ServedCommandTests {

    private static final String OUTPUT = """
            {"id":"c1","video_id":"v1","status":"%s","conversion":{"codec":"hevc"},"extract":null,
             "estimated_completion":null,"error":%s,"file":%s,"created_at":"2026-01-01T00:00:00Z",
             "started_at":null,"finished_at":null}""";
    private static final String FILE = """
            {"content":"/files/film","mime_type":"video/mp4","width":540,"height":960,"duration":8.0,"size":4,
             "encoder":"libx265","note":"no GPU is free"}""";

    private final AtomicInteger polls = new AtomicInteger();
    private Answer accepted = new Answer(202, OUTPUT.formatted("pending", "null", "null"));
    private String end = OUTPUT.formatted("completed", "null", FILE);

    @Override
    Answer answer(String method, String path) {
        return switch (path) {
            case "/api/v1/videos/v1/conversions" -> accepted;
            case "/api/v1/videos/v1/conversions/c1" ->
                Answer.ok(polls.getAndIncrement() == 0 ? OUTPUT.formatted("processing", "null", "null") : end);
            default -> null;
        };
    }

    @Test
    void writesTheFilmInAnotherWay() {
        var code = run(
                "convert",
                "v1",
                "--codec",
                "hevc",
                "--resolution",
                "540x960",
                "--quality",
                "high",
                "--crf",
                "28",
                "--out",
                file("small.mp4"));

        assertThat(code).isZero();
        assertThat(work.resolve("small.mp4")).hasContent("film");
        assertThat(requests)
                .filteredOn(request -> request.startsWith("POST /api/v1/videos/v1/conversions "))
                .singleElement()
                .asString()
                .contains("\"codec\":\"hevc\"", "\"resolution\":\"540x960\"", "\"quality\":\"high\"")
                .contains("\"container\":\"mp4\"", "\"crf\":28");
        assertThat(complained()).contains("converting", "no GPU is free", file("small.mp4"));
    }

    @Test
    void fetchesAtOnceWhatIsThere() {
        accepted = Answer.ok(end);

        assertThat(run("convert", "v1", "--codec", "vp9", "--out", file("film.webm"), "--quiet"))
                .isZero();

        assertThat(work.resolve("film.webm")).hasContent("film");
        assertThat(polls).hasValue(0);
        assertThat(complained()).isEmpty();
    }

    @Test
    void printsOneJsonObjectPerLine() {
        assertThat(run("convert", "v1", "--out", file("film.mov"), "--json")).isZero();

        assertThat(printed())
                .extracting(line -> line.get("event").asString())
                .startsWith("progress")
                .endsWith("completed");
        assertThat(printed().getLast().at("/data/files/video").asString()).isEqualTo(file("film.mov"));
    }

    @Test
    void failsWithOneWhenTheConversionFails() {
        end = OUTPUT.formatted("failed", "{\"code\":\"DISK_FULL\",\"detail\":\"the disk is full\"}", "null");

        assertThat(run("convert", "v1", "--out", file("film.mp4"))).isEqualTo(1);

        assertThat(complained()).contains("the disk is full (DISK_FULL)");
        assertThat(work.resolve("film.mp4")).doesNotExist();
    }

    @Test
    void failsWithTwoAndNamesTheOptionWhenTheServerRefuses() {
        accepted = new Answer(422, """
                {"type":"about:blank","title":"x","status":422,"detail":"not so","code":"CONVERSION_IMPOSSIBLE",
                 "retryable":false,"errors":[{"pointer":"/output/container","detail":"expected: mp4"},
                 {"pointer":"/fps","detail":"expected: 30"}]}""");

        assertThat(run("convert", "v1", "--fps", "25", "--out", file("film.webm")))
                .isEqualTo(2);

        assertThat(complained()).contains("CONVERSION_IMPOSSIBLE", "--out: expected: mp4", "--fps: expected: 30");
    }

    @Test
    void failsWithTwoBeforeItAsksAnybody() {
        assertThat(run("convert")).isEqualTo(2);
        assertThat(run("convert", "v1")).isEqualTo(2);
        assertThat(run("convert", "v1", "--out", file("film.avi"))).isEqualTo(2);
        assertThat(run("convert", "v1", "--out", file("nowhere/film.mp4"))).isEqualTo(2);
        assertThat(run("convert", "../v1", "--out", file("film.mp4"))).isEqualTo(2);
        assertThat(run("convert", "v1", "--quality", "best", "--out", file("film.mp4")))
                .isEqualTo(2);

        assertThat(requests).isEmpty();
    }
}
