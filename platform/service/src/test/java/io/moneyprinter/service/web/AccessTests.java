package io.moneyprinter.service.web;

import static io.moneyprinter.service.web.SampleServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.identity.ServiceTokens;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTests {

    private static final String WISH = "{\"video_title\": \"bees\"}";

    @TempDir
    static Path home;

    static SampleServer open;
    static SampleServer closed;

    @BeforeAll
    static void start() {
        open = new SampleServer(home, "moneyprinter.services=gateway", "moneyprinter.web.allowed-hosts=studio.local");
        closed = new SampleServer(home, "moneyprinter.services=users,video");
    }

    @AfterAll
    static void stop() {
        closed.close();
        open.close();
    }

    @Test
    void isTheLocalUserForPeopleWhateverTheyClaim() {
        var response = open.post("/api/v1/wishes", WISH, "X-User-Id", "mallory", "Authorization", "Bearer x.y.z");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).get("user_id").asString()).isEqualTo("local");
    }

    @Test
    void hidesInnerPathsFromPeople() throws IOException {
        assertThat(open.get("/internal/sample").statusCode()).isEqualTo(404);
        for (var path : new String[] {
            "/internal/sample",
            "/%69nternal/sample",
            "/internal;a=b/sample",
            "//internal/sample",
            "/api/v1/../../internal/sample",
            "/internal/sample/"
        }) {
            assertThat(raw(open, path, "localhost"))
                    .as(path)
                    .startsWith("HTTP/1.1 4")
                    .doesNotContain("inside");
        }
    }

    @Test
    void servesOurOwnProcessesOnInnerPaths() {
        var tokens = closed.bean(ServiceTokens.class);

        var toGateway = tokens.issue(ServiceId.GATEWAY, null);
        assertThat(open.get("/internal/sample", "Authorization", "Bearer " + toGateway)
                        .body())
                .isEqualTo("inside");

        var toVideo = open.bean(ServiceTokens.class).issue(ServiceId.VIDEO, new UserId("ada"));
        assertThat(closed.get("/internal/who", "Authorization", "Bearer " + toVideo)
                        .body())
                .isEqualTo("ada");
        assertThat(json(closed.post("/api/v1/wishes", WISH, "Authorization", "Bearer " + toVideo))
                        .get("user_id")
                        .asString())
                .isEqualTo("ada");
    }

    @Test
    void asksForATokenWherePeopleHaveNoBusiness() {
        var elsewhere = open.bean(ServiceTokens.class).issue(ServiceId.CONTENT, UserId.LOCAL);
        var expired = tokens(home, Instant.now().minus(Duration.ofMinutes(5))).issue(ServiceId.USERS, UserId.LOCAL);
        var forged = new ServiceTokens(
                        "another secret of more than thirty-two bytes".getBytes(StandardCharsets.US_ASCII),
                        HostedServices.parse("gateway"),
                        Clock.systemUTC())
                .issue(ServiceId.USERS, UserId.LOCAL);

        assertThat(closed.get("/internal/sample").statusCode()).isEqualTo(401);
        assertThat(closed.post("/api/v1/wishes", WISH).statusCode()).isEqualTo(401);
        for (var token : new String[] {elsewhere, expired, forged, "none", "eyJhbGciOiJub25lIn0.e30."}) {
            var response = closed.get("/internal/sample", "Authorization", "Bearer " + token);
            assertThat(response.statusCode()).as(token).isEqualTo(401);
            assertThat(json(response).get("code").asString()).isEqualTo("NOT_AUTHENTICATED");
        }
    }

    @Test
    void tellsAnybodyWhetherItIsHealthy() {
        assertThat(closed.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(open.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void answersToItsOwnNamesOnly() throws IOException {
        assertThat(raw(open, "/api/v1/wishes?limit=3", "localhost:8000")).contains("limit 3");
        assertThat(raw(open, "/api/v1/wishes?limit=3", "[::1]:8000")).contains("limit 3");
        assertThat(raw(open, "/api/v1/wishes?limit=3", "STUDIO.local")).contains("limit 3");
        assertThat(raw(open, "/api/v1/wishes?limit=3", "evil.example"))
                .startsWith("HTTP/1.1 403")
                .contains("HOST_NOT_ALLOWED");
        assertThat(raw(open, "/api/v1/wishes?limit=3", "localhost.evil.example"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void letsPagesOfOtherSitesChangeNothing() {
        var own = "http://127.0.0.1:" + open.port();

        assertThat(open.post("/api/v1/wishes", WISH, "Origin", own).statusCode())
                .isEqualTo(200);
        assertThat(open.post("/api/v1/wishes", WISH, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(open.post("/api/v1/wishes", WISH, "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(open.post("/api/v1/wishes", WISH, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(open.get("/api/v1/wishes?limit=3", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsSaneRequestIdsAndReplacesOthers() {
        assertThat(open.get("/api/v1/nothing", "X-Request-Id", "a-B_1.2")
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("a-B_1.2");
        assertThat(open.get("/api/v1/nothing", "X-Request-Id", "a b<script>")
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElseThrow())
                .matches("[0-9a-f]{32}");
        assertThat(closed.get("/internal/sample").headers().firstValue("X-Request-Id"))
                .isPresent();
    }

    @Test
    void sharesOneSecretThatOthersCannotRead() throws IOException {
        var key = home.resolve("service.key");

        assertThat(Files.readString(key)).matches("[0-9a-f]{64}");
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static ServiceTokens tokens(Path home, Instant now) {
        try {
            return new ServiceTokens(
                    Files.readAllBytes(home.resolve("service.key")),
                    HostedServices.parse("gateway"),
                    Clock.fixed(now, ZoneOffset.UTC));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String raw(SampleServer server, String path, String host) throws IOException {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, host)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
