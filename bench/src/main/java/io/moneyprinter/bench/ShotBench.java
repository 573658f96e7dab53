package io.moneyprinter.bench;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.service.store.ObjectStore;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * Chooses shots for sentences of nine scripts in six languages and five alphabets from a catalogue of hundreds of photos, prints what was chosen and
 * why, and puts all of it on one sheet.
 */
public final class ShotBench implements AutoCloseable {

    private static final int CELL_WIDTH = 190;
    private static final int CELL_HEIGHT = 250;
    private static final int PICTURE = 140;

    /**
     * A sentence.
     *
     * @param terms what whoever wrote the script would look for, with commas between them
     * @param fits words of which a picture of it has at least one in its title; empty where nothing fits
     */
    private record Line(String text, String terms, String fits) {}

    private record Script(String title, String language, List<Line> lines) {}

    private record Cell(String sentence, Shot shot, boolean fits) {}

    private static final List<Script> SCRIPTS = List.of(
            new Script(
                    "Why bees matter",
                    "en",
                    List.of(
                            new Line("Bees feed a third of the world.", "honey bee", "bee"),
                            new Line("Every hive is a city.", "bee hive", "hive"),
                            new Line("A keeper opens it with smoke.", "beekeeper", "beekeeper"),
                            new Line("In June they work the lavender.", "lavender field", "lavender"),
                            new Line("Sunflowers come next.", "sunflower", "sunflower"),
                            new Line("Butterflies visit the same flowers.", "butterfly", "butterfly"),
                            new Line("At dawn the first bee leaves.", "bee sunrise", "bee sunrise"),
                            new Line("Rain keeps the hive at home.", "bee hive rain", "hive rain"))),
            new Script(
                    "From bean to cup",
                    "en",
                    List.of(
                            new Line("Coffee grows on steep hills.", "coffee plantation", "plantation"),
                            new Line("The beans are roasted dark.", "coffee beans", "beans"),
                            new Line("Steam hisses in the machine.", "espresso machine", "espresso"),
                            new Line("The barista pours a heart.", "barista", "barista"),
                            new Line("One cup wakes the table.", "coffee cup wooden table", "cup"),
                            new Line("Fresh bread goes with it.", "fresh bread", "bread"),
                            new Line("Outside, a bicycle waits in the rain.", "bicycle rain", "bicycle"),
                            new Line("Its chemistry is called methylxanthine.", "methylxanthine", ""))),
            new Script(
                    "What the ocean hides",
                    "en",
                    List.of(
                            new Line("Waves hide most of our planet.", "ocean waves", "waves"),
                            new Line("Reefs are its forests.", "coral reef", "reef"),
                            new Line("Whales sing across it.", "humpback whale", "whale"),
                            new Line("Turtles return to one beach.", "sea turtle", "turtle"),
                            new Line("Boats go out before light.", "fishing boat sunrise", "boat"),
                            new Line("A lighthouse still counts the seconds.", "lighthouse night", "lighthouse"),
                            new Line("From above it looks calm.", "ocean waves from above", "waves"),
                            new Line("Nobody has mapped the Hadopelagic.", "hadopelagic", ""))),
            new Script(
                    "The city after dark",
                    "en",
                    List.of(
                            new Line("The skyline lights up.", "night city skyline", "skyline"),
                            new Line("Neon colours the wet street.", "neon street rain", "neon"),
                            new Line("The last subway leaves.", "subway train night", "subway"),
                            new Line("Taxis wait in rows.", "taxi", "taxi"),
                            new Line("People cross in waves.", "crowd crossing", "crowd"),
                            new Line("Towers vanish in clouds.", "skyscraper", "skyscraper"),
                            new Line("Somewhere a piano plays.", "piano", "piano"),
                            new Line("Above it all, the full moon.", "full moon", "moon"))),
            new Script(
                    "Der Wald im Herbst",
                    "de",
                    List.of(
                            new Line("Nebel liegt im Wald.", "Wald Nebel", "nebel"),
                            new Line("Die Buchen färben sich.", "Buche Herbst", "buche"),
                            new Line("Ein Reh steht auf der Lichtung.", "Reh Lichtung", "reh"),
                            new Line("Eichhörnchen sammeln Vorräte.", "Eichhörnchen", "eichhörnchen"),
                            new Line("Pilze wachsen über Nacht.", "Pilze Waldboden", "pilzen"),
                            new Line("Am Bach glänzt das Moos.", "Moos Bach", "moos"),
                            new Line("Ein Fuchs läuft vorbei.", "fox", "fox"),
                            new Line("Die Eiche steht seit Jahrhunderten.", "oak tree", "oak"))),
            new Script(
                    "Осень в тайге",
                    "ru",
                    List.of(
                            new Line("Туман висит над рекой.", "туман над рекой", "туман"),
                            new Line("Листья берёз желтеют.", "берёза осень", "берёзы"),
                            new Line("Медведи ищут последние ягоды.", "медведь", "медведь"),
                            new Line("Грибы растут за ночь.", "гриб в лесу", "грибы"),
                            new Line("Белка прячет орехи.", "белка", "белка"),
                            new Line("Поезд идёт через лес.", "поезд", "поезд"),
                            new Line("На озёрах уже первый лёд.", "озеро лёд", "озеро"),
                            new Line("Медведица ведёт медвежат.", "медведь река", "медведь"))),
            new Script(
                    "ليل الصحراء",
                    "ar",
                    List.of(
                            new Line("تمتد الكثبان إلى الأفق.", "كثبان رملية", "كثبان"),
                            new Line("تسير القافلة ببطء.", "قافلة", "قافلة"),
                            new Line("تضيء النجوم السماء.", "نجوم", "نجوم"),
                            new Line("يشرب المسافر الشاي.", "شاي", "شاي"),
                            new Line("تنبت النخلة قرب الماء.", "نخلة", "نخلة"),
                            new Line("يسكن الصقر الجبل.", "صقر", "صقر"),
                            new Line("يفتح السوق صباحا.", "سوق", "سوق"),
                            new Line("القمر فوق الكثبان.", "full moon", "moon"))),
            new Script(
                    "京都の朝",
                    "ja",
                    List.of(
                            new Line("霧の中に寺が見える。", "寺 霧", "寺"),
                            new Line("竹林を風が渡る。", "竹林", "竹林"),
                            new Line("僧が庭を掃く。", "庭", "庭"),
                            new Line("桜は一週間で散る。", "桜", "桜"),
                            new Line("お茶は静かに点てる。", "お茶", "お茶"),
                            new Line("電車が橋を渡る。", "電車", "電車"),
                            new Line("猫は屋根で眠る。", "猫", "猫"),
                            new Line("山の上に月が出る。", "full moon", "moon"))),
            new Script(
                    "ตลาดริมน้ำ",
                    "th",
                    List.of(
                            new Line("เรือขายผลไม้มาแต่เช้า", "เรือ ผลไม้", "เรือ"),
                            new Line("ช้างเดินเข้าป่า", "ช้าง", "ช้าง"),
                            new Line("วัดส่องแสงยามค่ำ", "วัด", "วัด"),
                            new Line("ฝนตกบนทุ่งนา", "ทุ่งนา", "ทุ่งนา"),
                            new Line("ดอกบัวบานตอนเช้า", "ดอกบัว", "ดอกบัว"),
                            new Line("อาหารเผ็ดอยู่ข้างถนน", "อาหาร", "อาหาร"),
                            new Line("ชายหาดว่างเปล่า", "ชายหาด", "ชายหาด"),
                            new Line("ตลาดผักเปิดทุกเช้า", "vegetable market", "market"))));

    private final ShotCatalogue catalogue = new ShotCatalogue();
    private final PrintWriter out;

    public ShotBench(PrintWriter out) throws IOException {
        this.out = out;
    }

    /** What the server that is measured has to be configured with, as YAML. */
    public String configuration() {
        return catalogue.configuration();
    }

    /**
     * Whether every sentence shows what it is about, and no picture is seen twice in a video.
     *
     * @param sheet where the contact sheet goes, a JPEG
     */
    public boolean run(MaterialLibrary materials, ObjectStore store, Path sheet) throws IOException {
        say("%d photos", catalogue.size());
        var cells = new ArrayList<Cell>();
        var repeats = 0;
        for (var script : SCRIPTS) {
            say("%n%s", script.title());
            var video = new VideoId("video-" + UUID.randomUUID());
            var seen = new HashSet<String>();
            for (var index = 0; index < script.lines().size(); index++) {
                var line = script.lines().get(index);
                var shot = materials.shot(request(video, script, index));
                for (var score : shot.scores()) {
                    repeats += seen.add(score.source()) ? 0 : 1;
                }
                var cell = new Cell(line.text(), shot, fits(line, shot));
                cells.add(cell);
                print(cell);
            }
        }
        draw(cells, store, sheet);
        var wrong = cells.stream().filter(cell -> !cell.fits()).count();
        say("%n%d sentences, %d off topic, %d repeats; the sheet is in %s", cells.size(), wrong, repeats, sheet);
        return wrong == 0 && repeats == 0;
    }

    private static ShotRequest request(VideoId video, Script script, int index) {
        var line = script.lines().get(index);
        var terms = List.of(line.terms().split(", "));
        return new ShotRequest(
                UserId.LOCAL,
                video,
                index,
                script.lines().size(),
                line.text(),
                null,
                List.of(),
                script.title(),
                script.language(),
                Duration.ofSeconds(4),
                1080,
                1920,
                7,
                MaterialSettings.DEFAULT,
                terms);
    }

    /** Words of a picture's title decide, for it shows what its title says. Where nothing fits, it has to be drawn. */
    private static boolean fits(Line line, Shot shot) {
        if (line.fits().isEmpty()) {
            return shot.provider().equals("designed");
        }
        return shot.scores().stream()
                        .allMatch(score -> Arrays.stream(line.fits().split(" "))
                                .anyMatch(score.title().toLowerCase(Locale.ROOT)::contains))
                && !shot.scores().isEmpty();
    }

    private void print(Cell cell) {
        var scores = cell.shot().scores();
        say(
                "%s %-42s %-9s %4s  %s",
                cell.fits() ? " " : "!",
                cell.sentence(),
                cell.shot().provider(),
                scores.isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", scores.getFirst().total()),
                scores.isEmpty()
                        ? String.join("; ", cell.shot().passedOver())
                        : scores.getFirst().title() + ": "
                                + String.join(", ", scores.getFirst().reasons()));
    }

    private static void draw(List<Cell> cells, ObjectStore store, Path sheet) throws IOException {
        var columns = SCRIPTS.getFirst().lines().size();
        var image = new BufferedImage(
                columns * CELL_WIDTH, cells.size() / columns * CELL_HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (var index = 0; index < cells.size(); index++) {
            draw(pen, cells.get(index), store, index % columns * CELL_WIDTH + 8, index / columns * CELL_HEIGHT + 8);
        }
        pen.dispose();
        if (sheet.getParent() != null) {
            Files.createDirectories(sheet.getParent());
        }
        ImageIO.write(image, "jpg", sheet.toFile());
    }

    private static void draw(Graphics2D pen, Cell cell, ObjectStore store, int x, int y) throws IOException {
        var visual = cell.shot().visuals().getFirst();
        if (visual instanceof Visual.Composition composition) {
            var canvas = composition.layers().getFirst();
            for (var layer : composition.layers()) {
                var scale = PICTURE / (double) Math.max(1, canvas.height());
                pen.drawImage(
                        read(store, layer.image()),
                        x + (int) (layer.x() * scale),
                        y + (int) (layer.y() * scale),
                        (int) (layer.width() * scale),
                        (int) (layer.height() * scale),
                        null);
            }
        } else if (visual instanceof Visual.Still still) {
            pen.drawImage(read(store, still.image()), x, y, PICTURE * still.width() / still.height(), PICTURE, null);
        }
        pen.setColor(cell.fits() ? Color.DARK_GRAY : Color.RED);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
        var scores = cell.shot().scores();
        pen.drawString(
                scores.isEmpty()
                        ? cell.shot().provider()
                        : String.format(Locale.ROOT, "%.2f", scores.getFirst().total()),
                x + PICTURE - 30,
                y + 14);
        SheetText.draw(
                pen,
                cell.sentence()
                        + (scores.isEmpty() ? "" : " – " + scores.getFirst().title()),
                11,
                x,
                y + PICTURE + 4,
                CELL_WIDTH - 14);
    }

    /** Our own pictures: what came from outside was made anew. */
    private static BufferedImage read(ObjectStore store, ObjectKey key) throws IOException {
        // It closes what it reads.
        return ImageIO.read(ImageIO.createImageInputStream(store.file(key).toFile()));
    }

    private void say(String line, Object... values) {
        out.printf(Locale.ROOT, line + "%n", values);
        out.flush();
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
