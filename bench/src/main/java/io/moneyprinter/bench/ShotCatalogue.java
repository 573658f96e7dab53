package io.moneyprinter.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * A stand-in for Pexels on a real socket, with photos that are drawn when they are asked for. As real providers do, it
 * ranks by words that are shared, and fills up its pages with what has nothing to do with the question.
 */
final class ShotCatalogue implements AutoCloseable {

    private static final int PAGE = 30;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 2000;

    private static final List<String> SUBJECTS = List.of(
            "honey bee",
            "bee hive",
            "beekeeper",
            "lavender field",
            "sunflower",
            "butterfly",
            "coffee beans",
            "coffee cup",
            "barista",
            "espresso machine",
            "coffee plantation",
            "ocean waves",
            "coral reef",
            "humpback whale",
            "sea turtle",
            "fishing boat",
            "lighthouse",
            "night city skyline",
            "neon street",
            "subway train",
            "taxi",
            "crowd crossing",
            "skyscraper",
            "rocket launch",
            "astronaut",
            "full moon",
            "galaxy stars",
            "telescope",
            "space station",
            "mars surface",
            "pine forest",
            "oak tree",
            "fox",
            "mushroom",
            "mountain lake",
            "waterfall",
            "desert dunes",
            "camel",
            "snow mountain",
            "office meeting",
            "laptop desk",
            "piano",
            "violin",
            "football stadium",
            "marathon runner",
            "bicycle",
            "vegetable market",
            "fresh bread",
            "pizza oven",
            "wine glass",
            "old library",
            "classroom",
            "hospital doctor",
            "microscope",
            "robot arm",
            "solar panels",
            "wind turbine",
            "Wald im Nebel",
            "Buche im Herbst",
            "Reh auf der Lichtung",
            "Eichhörnchen",
            "Waldboden mit Pilzen",
            "Moos am Bach",
            "туман над рекой",
            "берёзы осенью",
            "медведь",
            "грибы",
            "белка на дереве",
            "поезд",
            "озеро подо льдом",
            "كثبان الصحراء",
            "قافلة جمال",
            "نجوم السماء",
            "كأس شاي",
            "نخلة",
            "صقر",
            "سوق قديم",
            "寺",
            "竹林",
            "日本の庭",
            "桜",
            "お茶",
            "電車",
            "猫",
            "เรือขายผลไม้",
            "ช้าง",
            "วัด",
            "ทุ่งนา",
            "ดอกบัว",
            "อาหารข้างทาง",
            "ชายหาด");

    private static final List<String> SETTINGS = List.of(
            "close up",
            "at sunrise",
            "in the rain",
            "from above",
            "at night",
            "in summer",
            "in slow motion",
            "with people",
            "black and white",
            "on a wooden table");

    /** @param id of the photo */
    private record Item(int id, String title, int subject) {}

    private final List<Item> items = new ArrayList<>();
    private final HttpServer server;

    ShotCatalogue() throws IOException {
        for (var subject = 0; subject < SUBJECTS.size(); subject++) {
            for (var setting : SETTINGS) {
                items.add(new Item(1_000 + items.size(), SUBJECTS.get(subject) + " " + setting, subject));
            }
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int size() {
        return items.size();
    }

    /** What the server that is measured has to be configured with, as YAML. */
    String configuration() {
        return """
                moneyprinter:
                  materials:
                    download:
                      allow-loopback: true
                    pexels:
                      base-url: http://127.0.0.1:%d/v1
                      api-key: any
                """.formatted(port());
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = path.startsWith("/files/")
                    ? picture(item(path))
                    : path.contains("video")
                            ? "{\"page\":1,\"per_page\":30,\"total_results\":0,\"videos\":[]}"
                                    .getBytes(StandardCharsets.UTF_8)
                            : search(exchange.getRequestURI().getRawQuery()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Item item(String path) {
        return items.get(Integer.parseInt(path.replaceAll("\\D", "")) - 1_000);
    }

    private String search(String query) {
        var words = Set.of(Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith("query="))
                .map(part -> URLDecoder.decode(part.substring(6), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("")
                .split("\\s+"));
        var chance = new Random(words.hashCode());
        var order = items.stream()
                .collect(Collectors.toMap(Item::id, item -> shared(item, words) + chance.nextDouble() / 2));
        return items.stream()
                .sorted(Comparator.comparingDouble((Item item) -> -Objects.requireNonNull(order.get(item.id()))))
                .limit(PAGE)
                .map(item -> """
                        {"id":%1$d,"width":%2$d,"height":%3$d,"alt":"%4$s","url":"https://www.pexels.com/photo/%1$d/",
                         "photographer":"Photographer %5$d","src":{"original":"http://127.0.0.1:%6$d/files/%1$d.jpg"}}""".formatted(item.id(), WIDTH, HEIGHT, item.title(), item.id() % 40, port()))
                .collect(Collectors.joining(",", "{\"page\":1,\"per_page\":30,\"photos\":[", "],\"next_page\":null}"));
    }

    /** A provider has its own ways to find other forms of a word; what it begins with is enough for a stand-in. */
    private static long shared(Item item, Set<String> words) {
        var title = item.title().toLowerCase(Locale.ROOT);
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word -> word.length() > 4 ? word.substring(0, word.length() - 1) : word)
                .filter(title::contains)
                .count();
    }

    /** A ground in the colour of the subject, forms that only this photo has, and its title. */
    private static byte[] picture(Item item) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var random = new Random(item.id());
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var hue = item.subject() / (float) SUBJECTS.size();
        pen.setColor(Color.getHSBColor(hue, 0.55f, 0.45f + random.nextFloat() / 3));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (var form = 0; form < 14; form++) {
            pen.setColor(Color.getHSBColor(hue + random.nextFloat() / 8, 0.5f, 0.4f + random.nextFloat() / 2));
            var size = 100 + random.nextInt(500);
            pen.fillOval(random.nextInt(WIDTH) - size / 2, random.nextInt(HEIGHT) - size / 2, size, size);
        }
        pen.setColor(Color.WHITE);
        SheetText.draw(pen, item.title(), 150, 80, HEIGHT / 4f, WIDTH - 160f);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
