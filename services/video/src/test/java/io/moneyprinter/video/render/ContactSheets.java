package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Effect;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.video.card.CardPainter;
import io.moneyprinter.video.plan.Framing;
import io.moneyprinter.video.plan.View;
import io.moneyprinter.video.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Draws the contact sheets in {@code docs/images} anew: what each effect looks like, how odd sources are shown, cards,
 * transitions, camera moves and fits. The argument is the directory to write to; {@code docs/images/README.md} has the
 * command.
 */
final class ContactSheets {

    private static final Path HOME = Path.of("target/home");

    private final Path directory;
    private final Path work;
    private final LocalObjectStore store;

    private ContactSheets(Path directory, Path work) {
        this.directory = directory;
        this.work = work;
        this.store = new LocalObjectStore(work.resolve("store"), Clock.systemUTC());
    }

    public static void main(String[] arguments) throws IOException {
        var directory = Files.createDirectories(Path.of(arguments[0]));
        var sheets = new ContactSheets(directory, Files.createTempDirectory("sheets"));
        sheets.effects();
        sheets.sources();
        sheets.cards();
        var films = new FilmSheets(HOME, directory, sheets.work);
        films.transitions();
        films.moves();
        films.fits();
    }

    private void effects() {
        var canvas = new Canvas(270, 480, 30);
        // Twice as large, then scaled down: grain and sharpness as a telephone shows them.
        var large = new Canvas(540, 960, 30);
        var scenery = Scenery.png(HOME, work.resolve("scenery.png"), 540, 960);
        var sheet = new ContactSheet(HOME, 6).add("none", effect(scenery, canvas, large, null));
        for (var grade : Effect.Grade.values()) {
            sheet.add(name(grade), effect(scenery, canvas, large, new Effect(Effect.Type.GRADE, grade, 1.0)));
        }
        for (var type : List.of(
                Effect.Type.VIGNETTE,
                Effect.Type.GRAIN,
                Effect.Type.SHARPEN,
                Effect.Type.BLUR,
                Effect.Type.FILM_FADE)) {
            for (var amount : List.of(0.5, 1.0)) {
                sheet.add(
                        "%s %.1f".formatted(name(type), amount),
                        effect(scenery, canvas, large, new Effect(type, null, amount)));
            }
        }
        sheet.write(directory.resolve("effects.jpg"), work);
    }

    private Pixels effect(Path scenery, Canvas canvas, Canvas large, @Nullable Effect effect) {
        var chains = new Chains();
        var picture = chains.chain(
                chains.input(Input.of(scenery)),
                List.of(
                        filter("scale").with("out_color_matrix", "bt709").with("out_range", "tv"),
                        filter("format").with("pix_fmts", "yuv420p")));
        var end = Effects.apply(chains, picture, effect == null ? List.of() : List.of(effect), large);
        return small(chains, end, canvas);
    }

    private void sources() {
        var canvas = new Canvas(270, 480, 25);
        var odd = new OddSources(work, Scenery.png(HOME, work.resolve("wide.png"), 540, 720));
        var sheet = new ContactSheet(HOME, 6);
        sheet.add("plain", source(odd.plain(), canvas));
        for (var degrees : List.of(90, 180, 270)) {
            sheet.add("rotated by %d°".formatted(degrees), source(odd.rotated(degrees), canvas));
        }
        sheet.add("variable rate", source(odd.variableRate(), canvas))
                .add("late first frame", source(odd.lateStart(), canvas))
                .add("10 bits", source(odd.tenBits(), canvas))
                .add("HDR, PQ", source(odd.hdr("smpte2084"), canvas))
                .add("HDR, HLG", source(odd.hdr("arib-std-b67"), canvas))
                .add("full range", source(odd.fullRange(), canvas))
                .add("BT.601", source(odd.standardDefinition(), canvas))
                .add("odd size, 4:4:4", source(odd.oddSize(541, 721), canvas))
                .add("pixels 4:3", source(odd.anamorphic(), canvas))
                .add("interlaced", source(odd.interlaced(), canvas))
                .add("alpha over #336699", source(odd.transparent(), canvas))
                .add("palette over #336699", source(odd.palette(), canvas))
                .add("grey", source(odd.gray(), canvas));
        sheet.write(directory.resolve("source-oddities.jpg"), work);
    }

    private Pixels source(Path file, Canvas canvas) {
        var key = new ObjectKey("media/" + file.getFileName());
        store.put(key, file);
        var facts = new Sources(store, SharedFfmpeg.ffmpeg().probe()).facts(key);
        var chains = new Chains();
        var end = OddSources.show(chains, store.file(key), facts, canvas, "#336699", 12);
        return Pixels.of(chains, end, canvas.width(), canvas.height(), work);
    }

    private void cards() {
        var painter = new CardPainter(HOME, store);
        var cards = List.of(
                new TitleCard("Why bees dance", "A short film about a long way home", null, null),
                new TitleCard("لماذا يرقص النحل", "فيلم قصير عن طريق طويل", null, null),
                new TitleCard("蜜蜂为什么跳舞", "一部关于回家之路的短片", null, null),
                new TitleCard("Part two: the map 🐝", null, null, null));
        for (var shape : List.of("360x640", "640x360", "480x480")) {
            var cross = shape.indexOf('x');
            var canvas = new Canvas(
                    Integer.parseInt(shape.substring(0, cross)), Integer.parseInt(shape.substring(cross + 1)), 30);
            var sheet = new ContactSheet(HOME, canvas.width() > canvas.height() ? 2 : 4);
            for (var i = 0; i < cards.size(); i++) {
                for (var seed : List.of(i, i + 11)) {
                    var language = i == 1 ? "ar" : i == 2 ? "zh" : "en";
                    var visual = painter.title(cards.get(i), canvas, language, seed, null, null);
                    sheet.add("seed " + seed, card(visual, canvas));
                }
            }
            sheet.write(directory.resolve("cards-%s.jpg".formatted(shape)), work);
        }
    }

    private Pixels card(Visual visual, Canvas canvas) {
        var chains = new Chains();
        var media = new Media(store::file, key -> {
            throw new AssertionError("a card has no source");
        });
        var end = new Pictures(chains, canvas, media).show(new View(visual, new Framing.Designed(), 75, 70, 1), null);
        return Pixels.of(chains, end, canvas.width(), canvas.height(), work);
    }

    private Pixels small(Chains chains, Pad end, Canvas canvas) {
        var scaled = chains.chain(
                end,
                List.of(filter("scale")
                        .with("w", canvas.width())
                        .with("h", canvas.height())
                        .with("flags", "area")));
        return Pixels.of(chains, scaled, canvas.width(), canvas.height(), work);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
