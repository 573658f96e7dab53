package io.moneyprinter.orchestration.video;

import static io.moneyprinter.orchestration.video.VideoServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.testing.database.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputHttpTests {

    @TempDir
    static Path home;

    private static VideoServer server;
    private static String video;

    @BeforeAll
    static void start() {
        server = new VideoServer(TestDatabase.withSchemas(), home);
        server.store().put(new ObjectKey("films/converted.mp4"), "film".getBytes(StandardCharsets.UTF_8));
        server.store().put(new ObjectKey("extracts/e.gif"), "extract".getBytes(StandardCharsets.UTF_8));
        video = make();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void convertsAndHandsTheFileOut() {
        var answer = convert(video, "{\"codec\": \"hevc\", \"resolution\": \"540x960\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var path = answer.headers().firstValue("Location").orElseThrow();
        assertThat(path)
                .isEqualTo("/api/v1/videos/" + video + "/conversions/"
                        + json(answer).get("id").asString());
        assertThat(json(answer).get("estimated_completion").isNull()).isFalse();
        server.awaitStatus(path, "completed");
        var view = json(server.get(path));
        assertThat(view.get("conversion").get("codec").asString()).isEqualTo("hevc");
        assertThat(view.get("file").get("mime_type").asString()).isEqualTo("video/mp4");
        assertThat(view.get("file").get("duration").asDouble()).isEqualTo(8);
        assertThat(view.get("file").get("encoder").asString()).isEqualTo("libx265");
        assertThat(view.get("file").get("note").asString()).isEqualTo("no GPU is free");
        var content = server.get(view.get("file").get("content").asString() + "?download");
        assertThat(content.body()).isEqualTo("film");
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .contains("a-title-hevc-540x960.mp4");
        assertThat(server.status("/api/v1/videos/" + video)).isEqualTo("completed");
        assertThat(json(server.get("/api/v1/videos/" + video + "/status"))
                        .get("stages")
                        .findValuesAsString("status"))
                .containsOnly("completed");
    }

    @Test
    void extractsAndListsApart() {
        var made = extract(video, "gif");
        server.awaitStatus(made, "completed");

        var extracts = json(server.get("/api/v1/videos/" + video + "/extracts")).get("outputs");
        assertThat(extracts.findValuesAsString("extract")).contains("gif");
        var conversions =
                json(server.get("/api/v1/videos/" + video + "/conversions")).get("outputs");
        assertThat(conversions.findValuesAsString("id"))
                .doesNotContain(json(server.get(made)).get("id").asString());
        assertThat(server.get(made.replace("extracts", "conversions")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void makesTheSameOnce() throws Exception {
        var other = make();
        var before = server.fakes().calls.count("extract/MP3");
        var paths = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 6)
                    .mapToObj(each -> threads.submit(() -> extract(other, "mp3")))
                    .toList();
            for (var answer : answers) {
                paths.add(answer.get());
            }
        }
        assertThat(paths).hasSize(1);
        server.awaitStatus(paths.iterator().next(), "completed");

        var again = server.send("POST", "/api/v1/videos/" + other + "/extracts", "{\"extract\": \"mp3\"}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(paths).contains(again.headers().firstValue("Location").orElseThrow());
        assertThat(server.fakes().calls.count("extract/MP3")).isEqualTo(before + 1);
    }

    @Test
    void knowsAnIdempotencyKeyAgain() {
        var path = "/api/v1/videos/" + video + "/conversions";
        var first = server.send("POST", path, "{\"codec\": \"vp9\"}", "Idempotency-Key", "vp9-once");
        var second = server.send("POST", path, "{\"codec\": \"vp9\"}", "Idempotency-Key", "vp9-once");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(server.send("POST", path, "{\"codec\": \"av1\"}", "Idempotency-Key", "vp9-once")
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conversions | {'codec': 'theora'}                 | /codec",
                "conversions | {'fps': 25}                         | /fps",
                "conversions | {'fps': 'many'}                     | /fps",
                "conversions | {'resolution': 'large'}             | /resolution",
                "conversions | {'output': {'container': 'avi'}}    | /output/container",
                "conversions | {'output': {'crf': 90}}             | /output/crf",
                "conversions | {'colour': 'red'}                   | /colour",
                "extracts    | {'extract': 'mp5'}                  | /extract",
                "extracts    | {}                                  | /extract"
            })
    void refusesByName(String collection, String body, String pointer) {
        var path = "/api/v1/videos/" + video + "/" + collection;

        var refused = server.send("POST", path, body.replace('\'', '"'));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(json(refused).get("errors").findValuesAsString("pointer")).contains(pointer);
    }

    @Test
    void worksOnlyOnWhatIsCompletedAndOnesOwn() {
        server.fakes().calls.block("join");
        var unfinished =
                json(server.post("{\"script\": \"One.\"}")).get("video_id").asString();
        var early = convert(unfinished, "{}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(json(early).get("code").asString()).isEqualTo("VIDEO_NOT_READY");
        server.fakes().calls.unblock("join");
        server.awaitStatus("/api/v1/videos/" + unfinished, "completed");
        var made = extract(unfinished, "wav");
        server.awaitStatus(made, "completed");

        server.giveAway(new UserId("somebody"));
        assertThat(convert(unfinished, "{}").statusCode()).isEqualTo(404);
        for (var path : List.of(made, made + "/content", "/api/v1/videos/" + unfinished + "/extracts")) {
            assertThat(server.get(path).statusCode()).isEqualTo(404);
        }
        assertThat(server.send("DELETE", made, null).statusCode()).isEqualTo(404);
        server.giveAway(UserId.LOCAL);
        assertThat(server.get("/api/v1/videos/" + unfinished + "/extracts/no..id")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysWhyItFailedAndBeginsAnewOnRequest() {
        var own = make();
        server.fakes().calls.fail("extract/OPUS", new IllegalStateException("a fault"));
        var failed = extract(own, "opus");
        server.awaitStatus(failed, "failed");

        assertThat(json(server.get(failed)).get("error").get("code").asString()).isEqualTo("INTERNAL_ERROR");
        var content = server.get(failed + "/content");
        assertThat(content.statusCode()).isEqualTo(409);
        assertThat(json(content).get("code").asString()).isEqualTo("OUTPUT_NOT_READY");

        var again = extract(own, "opus");
        assertThat(again).isNotEqualTo(failed);
        server.awaitStatus(again, "completed");
        assertThat(server.status("/api/v1/videos/" + own)).isEqualTo("completed");
    }

    @Test
    void triesAgainWhatWasEndedWithSomethingElse() {
        var own = make();
        server.fakes().calls.fail("extract/WEBP", new CodedException(CommonErrorCode.CANCELLED, "called off"));

        server.awaitStatus(extract(own, "webp"), "completed");
    }

    @Test
    void endsWhatIsDeleted() {
        var own = make();
        server.fakes().calls.block("extract/CONTACT_SHEET");
        try {
            var unwanted = extract(own, "contact_sheet");
            server.awaitStatus(unwanted, "processing");

            assertThat(server.send("DELETE", unwanted, null).statusCode()).isEqualTo(204);

            assertThat(server.get(unwanted).statusCode()).isEqualTo(404);
            VideoDesk.until(() -> server.fakes().cancelled(new VideoId(own))
                    && server.fakes().calls.interrupted("extract/CONTACT_SHEET"));
            var next = extract(own, "contact_sheet");
            server.awaitStatus(next, "processing");
            assertThat(server.send("DELETE", "/api/v1/videos/" + own, null).statusCode())
                    .isEqualTo(204);
            assertThat(server.get(next).statusCode()).isEqualTo(404);
            VideoDesk.until(() -> left(own) == 0);
        } finally {
            server.fakes().calls.unblock("extract/CONTACT_SHEET");
        }
    }

    private static long left(String id) {
        return server.jdbc()
                .sql("SELECT count(*) FROM orchestration.unit WHERE video_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> convert(String id, String settings) {
        return server.send("POST", "/api/v1/videos/" + id + "/conversions", settings);
    }

    /** Where it is. */
    private static String extract(String id, String what) {
        var answer = server.send("POST", "/api/v1/videos/" + id + "/extracts", "{\"extract\": \"%s\"}".formatted(what));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String make() {
        return server.made("{\"script\": \"Bees dance.\"}");
    }
}
