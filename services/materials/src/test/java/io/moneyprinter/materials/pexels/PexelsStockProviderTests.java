package io.moneyprinter.materials.pexels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.problem.CodedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PexelsStockProviderTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final StockQuery PORTRAIT = new StockQuery("dancing bees", "en", 1080, 1920);

    private final PexelsStandIn server = PexelsStandIn.start();
    private final StockProvider provider = PexelsProviders.asking(server, Clock.fixed(NOW, ZoneOffset.UTC));

    @TempDir
    Path work;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksInTheWordsOfTheApi() {
        server.searchDoes(PexelsStandIn.json(200, server.page()));

        provider.search(new StockQuery("Bienen & Blüten?", "de-AT", 1920, 1080));

        assertThat(server.requests())
                .singleElement()
                .hasToString(
                        "/v1/videos/search?query=Bienen+%26+Bl%C3%BCten%3F&orientation=landscape&per_page=30&locale=de-DE");
        assertThat(server.keys()).containsExactly(PexelsStandIn.KEY);
    }

    @Test
    void takesTheSmallestRenditionThatCoversTheCanvas() {
        server.searchDoes(PexelsStandIn.json(
                200, server.page(new PexelsStandIn.Clip(11, 9, 1080), new PexelsStandIn.Clip(12, 5, 2160))));

        var clips = provider.search(PORTRAIT);

        assertThat(clips)
                .containsExactly(
                        new StockClip(
                                "11-3",
                                server.url("/files/11.mp4"),
                                1080,
                                1920,
                                Duration.ofSeconds(9),
                                "Video by Ada Meadow on Pexels (https://www.pexels.com/video/bees-11/)"),
                        new StockClip(
                                "12-3",
                                server.url("/files/12.mp4"),
                                2160,
                                3840,
                                Duration.ofSeconds(5),
                                "Video by Ada Meadow on Pexels (https://www.pexels.com/video/bees-12/)"));
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        server.searchDoes(PexelsStandIn.json(200, server.page()));

        assertThat(provider.search(PORTRAIT)).isEmpty();
    }

    @Test
    void leavesPexelsAloneUntilItSaysSo() {
        server.searchDoes(exchange -> {
            exchange.getResponseHeaders().add("X-Ratelimit-Limit", "200");
            exchange.getResponseHeaders().add("X-Ratelimit-Remaining", "0");
            exchange.getResponseHeaders()
                    .add("X-Ratelimit-Reset", Long.toString(NOW.plusSeconds(90).getEpochSecond()));
            PexelsStandIn.json(200, server.page()).answer(exchange);
        });

        assertThat(provider.search(PORTRAIT)).isEmpty();

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> provider.search(PORTRAIT))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(MaterialsErrorCode.STOCK_THROTTLED);
                    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(90));
                });
        assertThat(server.searches()).isEqualTo(1);
    }

    @Test
    void leavesPexelsAloneWhenItIsAskedTooOften() {
        server.searchDoes(PexelsStandIn.json(429, "{\"error\":\"rate limit\"}"));

        assertFails(MaterialsErrorCode.STOCK_THROTTLED);
        assertFails(MaterialsErrorCode.STOCK_THROTTLED);

        assertThat(server.searches()).isEqualTo(1);
    }

    @Test
    void saysWhenTheKeyIsRefused() {
        server.searchDoes(PexelsStandIn.json(401, "{\"status\":401,\"code\":\"Unauthorized\"}"));

        assertFails(MaterialsErrorCode.STOCK_KEY_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 500, 503})
    void saysWhenThereIsNoAnswer(int status) {
        server.searchDoes(PexelsStandIn.json(status, "{}"));

        assertFails(MaterialsErrorCode.STOCK_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{", "[]", "{}", "{\"videos\":{}}", "{\"videos\":null}", ""})
    void saysWhenTheAnswerIsGarbage(String body) {
        server.searchDoes(PexelsStandIn.json(200, body));

        assertFails(MaterialsErrorCode.STOCK_UNAVAILABLE);
    }

    @Test
    void saysWhenPexelsStallsOrHangsUp() {
        for (var misbehaviour : List.of(PexelsStandIn.stall(), PexelsStandIn.drip(), PexelsStandIn.hangUp())) {
            server.searchDoes(misbehaviour);

            assertFails(MaterialsErrorCode.STOCK_UNAVAILABLE);
        }
    }

    @Test
    void leavesOutClipsThatMakeNoSense() {
        server.searchDoes(PexelsStandIn.json(200, """
                {"videos":[{"id":1},{"id":2,"duration":5,"video_files":[{"id":1,"file_type":"video/mp4","width":1080,
                "height":1920,"link":"not a link"}]},{"id":3,"duration":5,"video_files":null}]}"""));

        assertThat(provider.search(PORTRAIT)).isEmpty();
    }

    @Test
    void fetchesAClipWithoutShowingTheKey() {
        server.on("/files/11.mp4", PexelsStandIn.body(200, new byte[] {1, 2}));

        provider.download(clip(), work.resolve("clip"));

        assertThat(work.resolve("clip")).hasBinaryContent(new byte[] {1, 2});
        assertThat(server.keys()).containsExactly("null");
    }

    @Test
    void saysWhenAClipCannotBeFetched() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> provider.download(clip(), work.resolve("clip")))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.STOCK_UNAVAILABLE);
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void isOffWithoutAKey() {
        assertThat(PexelsProviders.withoutKey(server).configured()).isFalse();
        assertThat(provider.configured()).isTrue();
    }

    @Test
    void keepsTheKeyToItself() {
        assertThat(new PexelsProperties(PexelsStandIn.KEY, server.baseUrl(), 30, Duration.ofMinutes(1)).toString())
                .doesNotContain(PexelsStandIn.KEY);
    }

    private StockClip clip() {
        return new StockClip("11-3", server.url("/files/11.mp4"), 1080, 1920, Duration.ofSeconds(9), "");
    }

    private void assertFails(MaterialsErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> provider.search(PORTRAIT))
                .satisfies(failed -> {
                    assertThat(failed.code()).as(failed.getMessage()).isEqualTo(code);
                    assertThat(failed.getMessage()).doesNotContain(PexelsStandIn.KEY);
                });
    }
}
