package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.Edition;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** From the address of a page, from a document or from a draft to a video. */
class TextsOfOthersTests {

    private static final String PAGE = """
        <!doctype html><html lang="en"><head><title>Storks return - Gazette</title>
        <meta property="og:site_name" content="The Lake Gazette"><meta property="article:published_time" content="2026-11-03">
        </head><body><nav><a href="/">Home</a></nav><article><h1>Storks return to the city</h1>
        <p>For the first time in eighty years a pair of white storks has raised chicks in the city, on the chimney of a brewery.</p>
        <p>The two birds carried twigs for three weeks and built a nest that weighs about forty kilograms.</p>
        <p>Biologists credit a wet meadow by the river, which gives the storks frogs within two minutes of flight.</p>
        </article><footer><p>All rights reserved by the gazette, and nobody should hear this.</p></footer></body></html>\
        """;

    @TempDir
    static Path home;

    @TempDir
    static Path files;

    static HttpServer site;
    static SpeakingServer server;

    @BeforeAll
    static void start() throws Exception {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/storks", exchange -> {
            try (exchange) {
                var body = PAGE.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        site.start();
        server = new SpeakingServer(home, "moneyprinter.content.sources.allowed-hosts: 127.0.0.1\n");
    }

    @AfterAll
    static void stop() {
        server.close();
        site.stop(0);
    }

    @Test
    void makesAFilmOfAPageAndCitesIt() throws Exception {
        var address = "http://127.0.0.1:%d/storks".formatted(site.getAddress().getPort());

        var id = server.made("""
            {"sources": [{"url": "%s"}], "voice_settings": {"provider": "none"},
             "video_settings": {"resolution": "180x320", "fps": 24, "duration_target": 15, "music": "none"}}
            """.formatted(address));

        var video = server.client().video(id);
        assertThat(video.title()).isEqualTo("Storks return to the city");
        assertThat(video.description())
                .endsWith("Sources:\n– Storks return to the city (The Lake Gazette, 2026-11-03): " + address);
        assertThat(video.citations())
                .containsExactly(new Citation(
                        "Storks return to the city", address, "The Lake Gazette", LocalDate.of(2026, 11, 3)));
        assertThat(video.width()).isEqualTo(180);
        assertThat(server.text("/api/v1/videos/%s/captions.srt".formatted(id)))
                .contains("Biologists")
                .doesNotContain("rights");
    }

    @Test
    void captionsADocumentThatWasUploaded() throws Exception {
        var file = files.resolve("storks.docx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("""
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>For the first time in eighty years a pair of white storks has raised chicks in the city.</w:t></w:r></w:p>
                <w:p><w:r><w:t>The two birds carried twigs for three weeks and built a nest of about forty kilograms.</w:t></w:r></w:p>
                <w:p><w:r><w:t>Biologists credit a wet meadow by the river, which gives the storks frogs within two minutes.</w:t></w:r></w:p>
                </w:body></w:document>\
                """.getBytes(StandardCharsets.UTF_8));
        }
        var asset = server.client().upload(file).assetId();

        var id = server.made("""
            {"sources": [{"asset_id": "%s"}], "produce": "captions", "voice_settings": {"provider": "none"}}
            """.formatted(asset));

        assertThat(server.text("/api/v1/videos/%s/captions.srt".formatted(id))).contains("twigs");
        assertThat(server.client().video(id).description()).endsWith("Sources:\n– storks.docx");
    }

    @Test
    void startsFromADraft() throws Exception {
        var kept = server.post("/api/v1/content/drafts", """
                {"title": "Storks", "language": "en", "sections": [{"heading": "Nest", "narration": "Storks build."}]}""");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        var draft = JsonMapper.shared().readTree(kept.body()).get("draft_id").asString();

        var id = server.made("""
            {"draft": {"id": "%s"}, "produce": "captions", "voice_settings": {"provider": "none"}}
            """.formatted(draft));

        assertThat(server.text("/api/v1/videos/%s/captions.srt".formatted(id))).contains("Storks build.");
        var video = server.client().video(id);
        assertThat(video.title()).isEqualTo("Storks");
        assertThat(video.request().draft()).isEqualTo(new Edition(draft, 1));
    }

    @Test
    void asksNobodyInside() throws Exception {
        var refused = server.post("{\"sources\": [{\"url\": \"http://localhost:%d/storks\"}]}"
                .formatted(site.getAddress().getPort()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("DOWNLOAD_REFUSED", "/sources/0");
    }
}
