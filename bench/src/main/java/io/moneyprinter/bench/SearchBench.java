package io.moneyprinter.bench;

import io.moneyprinter.service.database.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long it takes to find something among a hundred thousand files of one owner, over HTTP. The rows are generated, in
 * words that are as unevenly spread as those of a language; the server itself makes them findable.
 */
public final class SearchBench {

    private static final Duration MOST = Duration.ofMillis(100);
    private static final int WORDS = 20_000;
    private static final int ROUNDS = 200;
    private static final String PATH = "/api/v1/materials";

    private final int files;
    private final PrintWriter out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(7);
    private final String[] words;

    public SearchBench(int files, PrintWriter out) {
        this.files = files;
        this.out = out;
        this.words = IntStream.range(0, WORDS).mapToObj(this::word).toArray(String[]::new);
    }

    /** Words that can be said, of two to four syllables, some of them in other scripts. */
    private String word(int number) {
        var syllables = number % 20 == 19
                ? new String[] {"пче", "лу", "го", "ри", "да", "но", "ве", "ми"}
                : new String[] {"ba", "lo", "mer", "ti", "san", "ku", "dre", "po", "vi", "nel", "ga", "shi", "ro", "ust"
                };
        return IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(syllable -> syllables[random.nextInt(syllables.length)])
                .collect(Collectors.joining());
    }

    /** The first words are as frequent as those of a language. */
    private String any() {
        return words[(int) Math.min(WORDS - 1, Math.exp(random.nextDouble() * Math.log(WORDS)) - 1)];
    }

    private String some(int count) {
        return IntStream.range(0, count).mapToObj(index -> any()).collect(Collectors.joining(" "));
    }

    /** Whether 95 of 100 questions of every kind were answered soon enough. */
    public boolean run(URI server, Path home) throws IOException, InterruptedException, SQLException {
        var postgres = PostgresServer.start(home.resolve("pg18"));
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password())) {
            fill(connection);
            awaitFindable(connection);
        }
        out.printf("%-40s %9s %9s %9s %9s%n", "", "p50 ms", "p95 ms", "p99 ms", "worst ms");
        var soon = true;
        for (var kind : kinds(server).entrySet()) {
            soon &= measure(kind.getKey(), kind.getValue());
        }
        return soon;
    }

    private void fill(Connection connection) throws SQLException {
        var colours = List.of("red", "green", "blue", "black", "white", "grey", "brown", "orange");
        var started = System.nanoTime();
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("""
                insert into materials.asset (id, user_id, filename, original_filename, file_type, mime_type, file_size, width,
                    height, duration, category, tags, description, storage_path, processing_status, variants, traits,
                    created_at)
                values (?, 'local', 'a.jpg', ?, ?, 'video/mp4', 1000, ?, ?, ?, ?, ?::jsonb, ?, ?, 'ready', 1, ?::jsonb,
                    now() - make_interval(secs => ?))""")) {
            for (var number = 0; number < files; number++) {
                var video = random.nextInt(3) == 0;
                var portrait = random.nextBoolean();
                var colour = colours.get(random.nextInt(colours.size()));
                var orientation = portrait ? "portrait" : "landscape";
                insert.setString(1, "bench-" + number);
                insert.setString(2, some(2) + ".jpg");
                insert.setString(3, video ? "video" : "image");
                insert.setInt(4, portrait ? 1080 : 1920);
                insert.setInt(5, portrait ? 1920 : 1080);
                insert.setObject(6, video ? 5.0 + random.nextInt(60) : null);
                insert.setString(7, "category " + random.nextInt(12));
                insert.setString(
                        8,
                        IntStream.range(0, 4)
                                .mapToObj(tag -> "\"" + any() + "\"")
                                .collect(Collectors.joining(",", "[", "]")));
                insert.setString(9, some(8));
                insert.setString(10, "materials/bench-%d.jpg".formatted(number));
                insert.setString(11, """
                        {"orientation":"%s","colours":[{"name":"%s","hex":"#808080","share":0.5}],"brightness":%s,
                         "motion":%s,"scenes":[],"free_area":null,"audible":false,"tags":["%s","%s"]}""".formatted(
                        orientation, colour, random.nextInt(100) / 100.0, video ? "0.1" : "null", orientation, colour));
                insert.setInt(12, number);
                insert.addBatch();
                if (number % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        say("%,d rows in %.1f s", files, (System.nanoTime() - started) / 1e9);
    }

    private void awaitFindable(Connection connection) throws SQLException, InterruptedException {
        var started = System.nanoTime();
        try (var statement = connection.createStatement()) {
            while (true) {
                try (var left = statement.executeQuery("select count(*) from materials.asset where described = 0")) {
                    left.next();
                    if (left.getInt(1) == 0) {
                        break;
                    }
                }
                Thread.sleep(1_000);
            }
            var seconds = (System.nanoTime() - started) / 1e9;
            statement.execute("vacuum analyze materials.asset");
            statement.execute("vacuum analyze materials.asset_word");
            try (var sizes = statement.executeQuery("""
                    select (select count(*) from materials.asset_word),
                        pg_total_relation_size('materials.asset') / 1048576, pg_relation_size('materials.asset_by_words') / 1048576""")) {
                sizes.next();
                say(
                        "made findable in %.1f s, %.0f a second: %,d words, %d MiB of which the index has %d",
                        seconds, files / seconds, sizes.getInt(1), sizes.getInt(2), sizes.getInt(3));
            }
        }
    }

    private interface Question {

        HttpRequest ask();
    }

    private Map<String, Question> kinds(URI server) {
        var kinds = new LinkedHashMap<String, Question>();
        kinds.put("one word", () -> search(server, "q=" + encoded(any() + " ")));
        kinds.put("the most frequent word", () -> search(server, "q=" + encoded(words[0] + " ")));
        kinds.put("three words", () -> search(server, "q=" + encoded(some(3) + " ")));
        kinds.put("the beginning of a word", () -> search(server, "q=" + encoded(any().substring(0, 3))));
        kinds.put("a mistyped word", () -> search(server, "q=" + encoded(mistyped(any()) + " ")));
        kinds.put(
                "a word and three filters",
                () -> search(server, "type=video&orientation=portrait&colour=blue&q=" + encoded(any() + " ")));
        kinds.put("filters alone", () -> search(server, "type=image&colour=red&brightness=dark"));
        kinds.put("all files, counted", () -> search(server, ""));
        kinds.put(
                "a late page of the most frequent word",
                () -> search(server, "cursor=1900&q=" + encoded(words[0] + " ")));
        kinds.put("more like this", () -> get(server, "/bench-%d/similar".formatted(random.nextInt(files))));
        kinds.put(
                "recommended for a sentence",
                () -> HttpRequest.newBuilder(URI.create(server + PATH + "/recommendations"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"script\":\"%s.\"}".formatted(some(9))))
                        .build());
        return kinds;
    }

    /** One letter is missing, and two have changed places. */
    private String mistyped(String word) {
        var at = 1 + random.nextInt(Math.max(1, word.length() - 2));
        return random.nextBoolean()
                ? word.substring(0, at) + word.substring(at + 1)
                : word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
    }

    private boolean measure(String kind, Question question) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (var round = -20; round < ROUNDS; round++) {
            var request = question.ask();
            var started = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var took = (System.nanoTime() - started) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IOException("%s: status %d %s".formatted(request.uri(), answer.statusCode(), answer.body()));
            }
            JsonMapper.shared().readTree(answer.body());
            if (round >= 0) {
                times.add(took);
            }
        }
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        say(
                "%-40s %9.1f %9.1f %9.1f %9.1f",
                kind, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1]);
        return at(sorted, 0.95) <= MOST.toMillis();
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    private static HttpRequest search(URI server, String query) {
        return get(server, "/search?" + query);
    }

    private static HttpRequest get(URI server, String path) {
        return HttpRequest.newBuilder(URI.create(server + PATH + path)).build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void say(String line, Object... values) {
        out.printf(Locale.ROOT, line + "%n", values);
        out.flush();
    }
}
