package io.moneyprinter.materials.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.pexels.PexelsStandIn;
import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTests {

    @TempDir
    Path work;

    private final PexelsStandIn server = PexelsStandIn.start();
    private final Downloads downloads = TestDownloads.local();

    @AfterEach
    void stop() throws IOException {
        downloads.close();
        server.close();
    }

    @Test
    void fetchesAFile() {
        server.on("/a", PexelsStandIn.body(200, new byte[] {1, 2, 3}));

        downloads.fetch(server.url("/a"), work.resolve("a"));

        assertThat(work.resolve("a")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void followsThreeRedirectsAndNoMore() {
        server.on("/3", PexelsStandIn.body(200, new byte[] {1}));
        server.on("/2", redirect("/3")).on("/1", redirect("/2")).on("/0", redirect("/1"));
        server.on("/start", redirect("/0"));

        downloads.fetch(server.url("/0"), work.resolve("a"));

        assertThat(work.resolve("a")).hasBinaryContent(new byte[] {1});
        assertRefused(server.url("/start"), MaterialsErrorCode.DOWNLOAD_FAILED);
    }

    @Test
    void vetsWhereARedirectLeads() {
        server.on("/file", redirect("file:///etc/passwd"));
        server.on("/inside", redirect("http://169.254.169.254/latest/meta-data/"));
        server.on("/nowhere", redirect("http://[broken"));

        assertRefused(server.url("/file"), MaterialsErrorCode.DOWNLOAD_REFUSED);
        assertRefused(server.url("/inside"), MaterialsErrorCode.DOWNLOAD_REFUSED);
        assertRefused(server.url("/nowhere"), MaterialsErrorCode.DOWNLOAD_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://localhost/",
                "http://localhost./",
                "http://2130706433/",
                "http://0/",
                "http://0x7f000001/",
                "http://[::]/",
                "http://[::1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://10.0.0.1/",
                "http://100.64.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/",
                "http://172.16.0.1/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://user@example.org/",
                "http://example.org:22/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "jar:file:/a.jar!/",
                "data:text/plain,a",
                "//example.org/",
                "mailto:a@b.c"
            })
    void asksNobodyInside(String address) throws IOException {
        try (var usual = TestDownloads.usual()) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> usual.fetch(URI.create(address), work.resolve("a")))
                    .satisfies(refused -> assertThat(refused.code())
                            .as(refused.getMessage())
                            .isIn(MaterialsErrorCode.DOWNLOAD_REFUSED, MaterialsErrorCode.DOWNLOAD_FAILED));
        }
        assertThat(server.requests()).isEmpty();
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void refusesANameThatAlsoLeadsInside() {
        var rules = new AddressRules(answering("93.184.216.34", "127.0.0.1"), false);

        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> rules.resolve("both.example"))
                .extracting(CodedException::code)
                .isEqualTo(MaterialsErrorCode.DOWNLOAD_REFUSED);
    }

    @Test
    void connectsToNoOtherAddressesThanThoseItVetted() throws Exception {
        var rules = new AddressRules(answering("93.184.216.34"), false);

        assertThat(rules.resolve("some.example")).containsExactly(InetAddress.getByName("93.184.216.34"));
    }

    @Test
    void stopsWhatIsTooLargeWhateverItPromises() {
        server.on("/promised", PexelsStandIn.body(200, new byte[2 << 20]));
        server.on("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[2 << 20]);
        });

        assertRefused(server.url("/promised"), MaterialsErrorCode.DOWNLOAD_TOO_LARGE);
        assertRefused(server.url("/chunked"), MaterialsErrorCode.DOWNLOAD_TOO_LARGE);
    }

    @Test
    void losesPatience() {
        server.on("/stall", PexelsStandIn.stall());
        server.on("/drip", PexelsStandIn.drip());
        server.on("/hang-up", PexelsStandIn.hangUp());

        assertRefused(server.url("/stall"), MaterialsErrorCode.DOWNLOAD_FAILED);
        assertRefused(server.url("/drip"), MaterialsErrorCode.DOWNLOAD_FAILED);
        assertRefused(server.url("/hang-up"), MaterialsErrorCode.DOWNLOAD_FAILED);
    }

    @Test
    void followsNoRedirectWithAKey() {
        server.on("/ask", redirect("/elsewhere"));

        var answer = downloads.ask(server.url("/ask"), Map.of("Authorization", PexelsStandIn.KEY));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(server.requests()).hasSize(1);
    }

    private void assertRefused(URI address, MaterialsErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> downloads.fetch(address, work.resolve("refused")))
                .satisfies(refused ->
                        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code));
        assertThat(work.resolve("refused")).doesNotExist();
    }

    private static PexelsStandIn.Behaviour redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private static DnsResolver answering(String... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var resolved = new InetAddress[addresses.length];
                for (var i = 0; i < addresses.length; i++) {
                    resolved[i] = InetAddress.getByName(addresses[i]);
                }
                return resolved;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
