package io.moneyprinter.materials.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.ApiKey;
import io.moneyprinter.testing.SettableClock;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTests {

    private static final String PATH = "/media/images/abc-123";
    private static final Map<String, String> SIZE = Map.of("w", "320", "h", "200", "fit", "cover");

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock();
    private final Links links = TestLinks.at(clock);

    @BeforeEach
    void begin() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-27T12:34:56Z")));
    }

    @Test
    void knowsItsOwnLinks() {
        var link = links.of(PATH, SIZE, Duration.ofHours(3));

        assertThat(link.url()).startsWith(PATH + "?exp=");
        assertThat(link.expiresAt()).isEqualTo(Instant.parse("2026-11-27T16:00:00Z"));
        assertThat(links.check(PATH, parameters(link.url())))
                .isEqualTo(Duration.between(clock.instant(), link.expiresAt()));
    }

    static Stream<Map<String, String[]>> changes() {
        return Stream.of(
                Map.of("w", values("321")),
                Map.of("h", values("2000")),
                Map.of("fit", values("fill")),
                Map.of("exp", values("9999999999")),
                Map.of("exp", values("soon")),
                Map.of("exp", values()),
                Map.of("w", values()),
                Map.of("w", values("320", "320")),
                Map.of("w", values("2560", "320")),
                Map.of("utm_source", values("mail")),
                Map.of("sig", values()),
                Map.of("sig", values("")),
                Map.of("sig", values("AAAA")),
                Map.of("sig", values("not base64!")),
                Map.of("sig", values("A".repeat(43))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void refusesLinksOfWhichAnythingWasChanged(Map<String, String[]> changes) {
        var parameters = new HashMap<>(parameters(links.of(PATH, SIZE).url()));
        changes.forEach((name, values) -> {
            if (values.length == 0) {
                parameters.remove(name);
            } else {
                parameters.put(name, values);
            }
        });

        refuses(PATH, parameters);
    }

    @Test
    void refusesASignatureOfAnotherPath() {
        var parameters = parameters(links.of(PATH, SIZE).url());

        refuses("/media/images/abc-124", parameters);
        refuses("/media/files/abc-123", parameters);
        refuses(PATH + "/", parameters);
    }

    @Test
    void refusesASignatureThatIsWrittenInAnotherWay() {
        var parameters = new HashMap<>(parameters(links.of(PATH, SIZE).url()));
        var signature = parameters.get("sig")[0];
        parameters.put("sig", values(signature + "="));

        refuses(PATH, parameters);
    }

    @Test
    void doesNotTakePartsOfOneParameterForAnother() {
        var parameters =
                parameters(links.of("/media/a", Map.of("w", "12", "x", "3")).url());

        var moved = new HashMap<>(parameters);
        moved.put("w", values("123"));
        moved.remove("x");
        refuses("/media/a", moved);
    }

    @Test
    void saysThatALinkHasExpired() {
        var link = links.of(PATH, SIZE, Duration.ofMinutes(5));
        var parameters = parameters(link.url());

        clock.advance(Duration.between(clock.instant(), link.expiresAt().minusMillis(1)));
        assertThat(links.check(PATH, parameters)).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> links.check(PATH, parameters))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.LINK_EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1M, 2026-11-27T12:36:00Z",
        "PT1H, 2026-11-27T13:35:00Z",
        "PT2H, 2026-11-27T15:00:00Z",
        "PT47H, 2026-11-29T12:00:00Z",
        "PT48H, 2026-11-30T00:00:00Z",
        "P30D, 2026-12-28T00:00:00Z"
    })
    void givesTheSameLinkForAWhile(Duration lifetime, Instant expiresAt) {
        var link = links.of(PATH, SIZE, lifetime);
        clock.advance(Duration.ofSeconds(1));

        assertThat(link.expiresAt()).isEqualTo(expiresAt);
        assertThat(links.of(PATH, SIZE, lifetime)).isEqualTo(link);
    }

    @Test
    void putsTheBaseBeforeThePath() {
        var cdn = TestLinks.at(clock, "https://cdn.example.org/films", List.of(TestLinks.KEY));

        var link = cdn.of(PATH, SIZE);

        assertThat(link.url()).startsWith("https://cdn.example.org/films" + PATH + "?");
        assertThat(links.check(PATH, parameters(link.url()))).isPositive();
    }

    @Test
    void provesWithOlderKeysAndSignsWithTheNewest() {
        var older = links.of(PATH, SIZE);
        var newest = "another key that has come after the one before".getBytes(StandardCharsets.UTF_8);
        var rotated = TestLinks.at(clock, "", List.of(newest, TestLinks.KEY));
        var alone = TestLinks.at(clock, "", List.of(newest));

        assertThat(rotated.check(PATH, parameters(older.url()))).isPositive();
        assertThat(alone.check(PATH, parameters(rotated.of(PATH, SIZE).url()))).isPositive();
        refuses(alone, PATH, parameters(older.url()));
    }

    @Test
    void keepsItsKeysInTheDataDirectoryAndChangesThem() throws Exception {
        var keys = stored();
        var first = keys.all();
        assertThat(first).singleElement().satisfies(key -> assertThat(key).hasSize(32));
        assertThat(stored().all()).usingRecursiveComparison().isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(home.resolve("links.key"))).hasSize(2);

        clock.advance(Duration.ofDays(91));
        var second = stored().all();
        assertThat(second).hasSize(2);
        assertThat(second.getLast()).isEqualTo(first.getFirst());
        // The one that was open before finds what the other one has made.
        assertThat(keys.all()).usingRecursiveComparison().isEqualTo(second);

        clock.advance(Duration.ofDays(91));
        var third = keys.all();
        assertThat(third).hasSize(2);
        assertThat(third.getLast()).isEqualTo(second.getFirst());
        try (var files = Files.list(home)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("links.key", "links.key.lock");
        }
    }

    @Test
    void wantsKeysThatOutliveLinks() {
        var week = Duration.ofDays(7);
        var month = Duration.ofDays(30);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkProperties("", week, month, List.of(), month))
                .withMessageContaining("rotate-after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkProperties("", month, week, List.of(), month.plusDays(10)))
                .withMessageContaining("lifetime");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkProperties("cdn.example.org/", week, month, List.of(), month.plusDays(1)))
                .withMessageContaining("base-url");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new LinkProperties("", week, month, List.of(new ApiKey("too short")), month.plusDays(1)))
                .withMessageContaining("keys")
                .withMessageNotContaining("too short");
    }

    private LinkKeys stored() {
        return new StoredLinkKeys(home, Duration.ofDays(90), clock);
    }

    private void refuses(String path, Map<String, String[]> parameters) {
        refuses(links, path, parameters);
    }

    private static void refuses(Links links, String path, Map<String, String[]> parameters) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> links.check(path, parameters))
                .withMessage("the link is not one of ours, or was changed")
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.LINK_REFUSED);
    }

    private static String[] values(String... values) {
        return values;
    }

    private static Map<String, String[]> parameters(String url) {
        var parameters = new HashMap<String, String[]>();
        for (var part : URI.create(url).getRawQuery().split("&", -1)) {
            var pair = part.split("=", 2);
            parameters.put(pair[0], values(URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
        return Map.copyOf(parameters);
    }
}
