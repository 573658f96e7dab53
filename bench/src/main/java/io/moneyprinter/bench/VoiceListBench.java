package io.moneyprinter.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long the list of voices takes when there are ten thousand of them. They come from a stand-in for Azure, which is
 * asked once.
 */
public final class VoiceListBench implements AutoCloseable {

    private static final int VOICES = 10_000;
    private static final int ROUNDS = 50;
    private static final Duration MOST = Duration.ofMillis(200);
    private static final int ATTEMPTS = 60;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String PATH = "/api/v1/tts/voices?limit=1000";
    private static final String PATH_OF_ALL = "/api/v1/tts/voices?limit=" + VOICES;

    private final HttpServer azure;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    /** Nanoseconds from questions to the last bytes of their answers. */
    private long waited;

    public VoiceListBench() throws IOException {
        var list = list().getBytes(StandardCharsets.UTF_8);
        this.azure = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        azure.createContext("/cognitiveservices/voices/list", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, list.length);
                exchange.getResponseBody().write(list);
            }
        });
        azure.start();
    }

    /** What the server that is measured has to be configured with, as YAML. */
    public String configuration() {
        return """
                moneyprinter:
                  tts:
                    azure:
                      base-url: http://127.0.0.1:%d
                      api-key: any
                """.formatted(azure.getAddress().getPort());
    }

    private static String list() {
        var locales = Arrays.stream(Locale.getAvailableLocales())
                .filter(locale ->
                        !locale.getCountry().isEmpty() && locale.getScript().isEmpty())
                .map(Locale::toLanguageTag)
                .sorted()
                .toList();
        return IntStream.range(0, VOICES)
                .mapToObj(index ->
                        """
                        {"ShortName":"%1$s-Voice%2$dNeural","DisplayName":"Voice %2$d","Locale":"%1$s","Gender":"%3$s",
                         "StyleList":["cheerful","sad","newscast"],"Status":"GA"}""".formatted(locales.get(index % locales.size()), index, index % 2 == 0 ? "Female" : "Male"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Whether every question was answered soon enough. */
    public boolean run(URI server, PrintWriter out) throws IOException, InterruptedException {
        var known = all(server);
        // The first answers do without what has not come in time.
        for (var attempt = 0; known < VOICES && attempt < ATTEMPTS; attempt++) {
            Thread.sleep(PAUSE);
            known = all(server);
        }
        out.printf("%,d voices%n", known);
        var soon = known >= VOICES;
        soon &= time("the first thousand", () -> page(server, PATH), out);
        soon &= time("the women who speak German", () -> page(server, PATH + "&language=de&gender=female"), out);
        soon &= time("nobody, who has a style that none has", () -> page(server, PATH + "&style=gloomy"), out);
        soon &= time("all, in pages of a thousand", () -> all(server), out);
        soon &= time("ten thousand at once", () -> page(server, PATH_OF_ALL), out);
        return soon;
    }

    private interface Question {

        Object ask() throws IOException, InterruptedException;
    }

    private boolean time(String what, Question question, PrintWriter out) throws IOException, InterruptedException {
        var times = new long[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            waited = 0;
            question.ask();
            times[round] = waited;
        }
        Arrays.sort(times);
        var median = times[ROUNDS / 2] / 1e6;
        var worst = times[ROUNDS - 1] / 1e6;
        out.printf(Locale.ROOT, "%-40s %6.1f ms, at worst %6.1f ms (%d times)%n", what, median, worst, ROUNDS);
        out.flush();
        return median < MOST.toMillis();
    }

    private int all(URI server) throws IOException, InterruptedException {
        var count = 0;
        var path = PATH;
        while (true) {
            var page = page(server, path);
            count += page.path("voices").size();
            var cursor = page.path("next_cursor").asString("");
            if (cursor.isEmpty()) {
                return count;
            }
            path = PATH + "&cursor=" + cursor;
        }
    }

    private JsonNode page(URI server, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + path)).build();
        var start = System.nanoTime();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        waited += System.nanoTime() - start;
        if (response.statusCode() != 200) {
            throw new IOException("%s: status %d".formatted(path, response.statusCode()));
        }
        return json.readTree(response.body());
    }

    @Override
    public void close() {
        azure.stop(0);
        http.close();
    }
}
