package io.moneyprinter.service.web;

import static io.moneyprinter.service.web.SampleServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemTests {

    @TempDir
    static Path home;

    static SampleServer server;

    @BeforeAll
    static void start() {
        server = new SampleServer(home, "moneyprinter.services=gateway");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void namesEachInvalidFieldByPointer() {
        var response = server.post("/api/v1/wishes", """
                {"video_title": " ", "look": {"frames_per_second": 7},
                 "other_looks": [{}, {"frames_per_second": 99}]}""");

        assertProblem(response, 422, "FIELD_INVALID");
        assertThat(json(response).get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/video_title", "/look/frames_per_second", "/other_looks/1/frames_per_second");
    }

    @Test
    void namesAFieldThatDoesNotExist() {
        var response = server.post("/api/v1/wishes", "{\"video_title\": \"bees\", \"look\": {\"fps\": 30}}");

        assertProblem(response, 422, "FIELD_INVALID");
        assertThat(json(response).at("/errors/0/pointer").asString()).isEqualTo("/look/fps");
        assertThat(json(response).at("/errors/0/detail").asString())
                .isEqualTo("there is no such field (fields: frames_per_second, main_colour)");
    }

    @Test
    void listsTheAllowedValuesOfAnEnum() {
        var response =
                server.post("/api/v1/wishes", "{\"video_title\": \"bees\", \"look\": {\"main_colour\": \"green\"}}");

        assertProblem(response, 422, "FIELD_INVALID");
        assertThat(json(response).at("/errors/0/detail").asString()).isEqualTo("'green' is none of: deep_red, blue");
    }

    @Test
    void saysWhichTypeIsExpected() {
        var response =
                server.post("/api/v1/wishes", "{\"video_title\": \"bees\", \"look\": {\"frames_per_second\": \"30\"}}");

        assertProblem(response, 422, "FIELD_INVALID");
        assertThat(json(response).at("/errors/0/pointer").asString()).isEqualTo("/look/frames_per_second");
        assertThat(json(response).at("/errors/0/detail").asString()).contains("a whole number");

        var list = server.post("/api/v1/wishes", "{\"video_title\": \"bees\", \"look\": []}");
        assertThat(json(list).at("/errors/0/detail").asString()).isEqualTo("expected an object");
    }

    @Test
    void saysWhereTheJsonEnds() {
        var response = server.post("/api/v1/wishes", "{\n  \"video_title\": bees}");

        assertProblem(response, 400, "BODY_UNREADABLE");
        assertThat(json(response).get("detail").asString()).contains("line 2").doesNotContain("tools.jackson");
    }

    @Test
    void refusesTheSameFieldTwice() {
        var response = server.post("/api/v1/wishes", "{\"video_title\": \"a\", \"video_title\": \"b\"}");

        assertProblem(response, 400, "BODY_UNREADABLE");
        assertThat(json(response).get("detail").asString()).contains("Duplicate");
    }

    @Test
    void refusesADocumentThatIsTooDeep() {
        assertProblem(server.post("/api/v1/wishes", "[".repeat(5_000)), 400, "BODY_UNREADABLE");
    }

    @Test
    void refusesNoBodyAndTheWrongType() {
        assertProblem(server.post("/api/v1/wishes", ""), 400, "BODY_UNREADABLE");
        assertProblem(
                SampleServer.send(server.request("/api/v1/wishes")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("bees"))),
                415,
                "MEDIA_TYPE_UNSUPPORTED");
    }

    @Test
    void refusesALargeBodyWithAndWithoutItsLength() {
        var large = "{\"video_title\": \"" + "x".repeat(3_000_000) + "\"}";

        assertProblem(server.post("/api/v1/wishes", large), 413, "BODY_TOO_LARGE");
        assertProblem(
                SampleServer.send(server.request("/api/v1/wishes")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))),
                413,
                "BODY_TOO_LARGE");
    }

    @Test
    void namesAnInvalidParameter() {
        assertThat(json(server.get("/api/v1/wishes?limit=0"))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/limit");
        assertProblem(server.get("/api/v1/wishes?limit=many"), 422, "FIELD_INVALID");
        assertProblem(server.get("/api/v1/wishes"), 422, "FIELD_INVALID");
    }

    @Test
    void findsNothingAtUnknownAddresses() {
        assertProblem(server.get("/api/v1/nothing"), 404, "RESOURCE_NOT_FOUND");
        assertProblem(server.get("/api/v1/wishes/a.b"), 404, "RESOURCE_NOT_FOUND");
    }

    @Test
    void saysWhichMethodsThereAre() {
        var response = SampleServer.send(server.request("/api/v1/wishes").DELETE());

        assertProblem(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("POST");
    }

    @Test
    void saysWhenToComeBack() {
        var response = server.get("/api/v1/wishes/v1");

        assertProblem(response, 502, "SERVICE_UNREACHABLE");
        assertThat(response.headers().firstValue("Retry-After")).contains("3");
        assertThat(json(response).get("retryable").asBoolean()).isTrue();
    }

    @Test
    void keepsTheInsideToItself() {
        var response = server.get("/api/v1/broken", "Accept", "video/mp4");

        assertProblem(response, 500, "INTERNAL_ERROR");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("IllegalState");
        assertThat(json(response).get("trace_id").asString()).isNotEmpty();
    }

    @Test
    void answersWhatIsNotHttpWithAProblemToo() throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/wishes?{} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer).contains("BODY_UNREADABLE").doesNotContain("Tomcat");
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        var problem = json(response);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).endsWith("#" + code);
        assertThat(problem.get("instance").asString()).startsWith("/api/v1/");
        assertThat(problem.get("detail").asString()).isNotEmpty();
        assertThat(problem.has("retryable")).isTrue();
    }
}
