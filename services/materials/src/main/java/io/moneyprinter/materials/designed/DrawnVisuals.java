package io.moneyprinter.materials.designed;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.file.Path;
import java.text.Bidi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws sentences: finds out what each has to show, chooses a layout for it, and puts it on the stage. */
@Component
class DrawnVisuals implements DesignedVisuals, PhotoVisuals {

    /** A picture that stands longer than this gets dull. */
    private static final Duration LONG = Duration.ofSeconds(6);

    private static final Logger log = LoggerFactory.getLogger(DrawnVisuals.class);

    private final Path home;
    private final ObjectStore store;
    private final Pictures pictures;

    DrawnVisuals(DataDirectory home, ObjectStore store) {
        this.home = home.root();
        this.store = store;
        this.pictures = new Pictures(store);
    }

    @Override
    public Shot shot(ShotRequest request) {
        var theme = Theme.of(request);
        var text = request.text();
        var visuals = new ArrayList<Visual>();
        if (request.duration().compareTo(LONG) > 0) {
            var half = request.duration().dividedBy(2);
            var cut = middle(text, request.language());
            var end = text.substring(cut);
            visuals.add(first(request, theme, text.substring(0, cut), half));
            visuals.add(drawn(request, theme, end, half, () -> second(request, theme, end, half)));
        } else {
            visuals.add(first(request, theme, text, request.duration()));
        }
        return new Shot(visuals, "designed", null);
    }

    @Override
    public Visual photo(ShotRequest request, ObjectKey photo, int position) {
        var theme = Theme.of(request);
        var on = composer(request, theme, request.duration())
                .photo(new Duotone(store, theme.palette(), photo), position);
        if (position == 0) {
            new Layouts(on).overPhoto(Gist.of(request.text(), request.keywords(), request.language()));
        }
        return on.composition();
    }

    private Visual first(ShotRequest request, Theme theme, String text, Duration duration) {
        return drawn(request, theme, text, duration, () -> telling(request, theme, text, duration));
    }

    /** There is no further source to ask, so what cannot be drawn as it says is shown by its words. */
    private Visual drawn(ShotRequest request, Theme theme, String text, Duration duration, Supplier<Visual> drawing) {
        try {
            return drawing.get();
        } catch (CodedException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("sentence {} is drawn by its words alone", request.index(), e);
            var on = composer(request, theme, duration)
                    .ground(request.index() % 2, request.index())
                    .floating(request.index());
            new Layouts(on).kinetic(Gist.ofWords(text));
            return on.composition();
        }
    }

    private Visual telling(ShotRequest request, Theme theme, String text, Duration duration) {
        var slot = request.index();
        var content = Content.of(request, text);
        var layout = Layout.of(slot, theme.seed(), content);
        var odd = slot % 2 != 0;
        var inverted = odd && (layout.hasData() || layout == Layout.BIG_WORD);
        var on = composer(request, inverted ? theme.inverted() : theme, duration)
                .ground(inverted || slot == 0 ? 0 : odd ? 1 : slot / 2 % 2, slot)
                .floating(slot);
        if (!odd && slot > 0) {
            section(request, new Layouts(on));
        }
        draw(layout, on, content, request);
        return on.composition();
    }

    private static void draw(Layout layout, Composer on, Content content, ShotRequest request) {
        var gist = content.gist();
        var facts = content.facts();
        var layouts = new Layouts(on);
        var panels = new Panels(on);
        var charts = new Charts(on);
        switch (layout) {
            case TITLE -> layouts.title(request.title(), titleWord(request));
            case QUOTE -> panels.quote(Objects.requireNonNull(facts.quotation()));
            case LIST -> panels.list(facts.items());
            case ICON_GRID -> panels.tiles(content.tiles());
            case COMPARISON ->
                panels.comparison(facts.figures().getFirst(), facts.figures().getLast());
            case PAIR -> panels.pair(Objects.requireNonNull(facts.pair()));
            case TIMELINE -> panels.timeline(facts.moments());
            case COLUMNS -> charts.columns(facts.figures());
            case BARS -> charts.bars(facts.figures());
            case LINE -> charts.line(facts.figures());
            case PIE -> charts.pie(facts.figures());
            case PLACE -> panels.place(Objects.requireNonNull(facts.place()), gist);
            case NUMBER -> layouts.number(gist, Objects.requireNonNull(gist.number()));
            case BIG_NUMBER -> layouts.bigNumber(gist, Objects.requireNonNull(gist.number()));
            case KINETIC -> layouts.kinetic(gist);
            case LOCKUP -> layouts.lockup(gist, Lockup.parts(gist.phrase(), request.language()));
            case ILLUSTRATION -> layouts.illustration(gist, Objects.requireNonNull(content.pictogram()));
            case ICON -> layouts.icon(gist, Objects.requireNonNull(content.icon()));
            case CARD -> layouts.card(gist);
            case BAND -> layouts.band(gist);
            case BIG_WORD -> layouts.bigWord(gist);
            case SPLIT -> layouts.split(gist);
        }
    }

    private Visual second(ShotRequest request, Theme theme, String text, Duration duration) {
        var on = composer(request, theme, duration)
                .ground(1, request.index() + 1)
                .floating(request.index() + 2);
        section(request, new Layouts(on));
        draw(Layout.SPLIT, on, Content.of(request, text), request);
        return on.composition();
    }

    private static void section(ShotRequest request, Layouts layouts) {
        var heading = request.heading();
        if (heading != null && !heading.isBlank()) {
            layouts.section(heading.strip());
        }
    }

    /** The word of the title that is in the accent. */
    private static String titleWord(ShotRequest request) {
        return Gist.of(request.title(), request.keywords(), request.language()).word();
    }

    private Composer composer(ShotRequest request, Theme theme, Duration duration) {
        return new Composer(
                FontLibrary.open(home),
                pictures,
                theme,
                new Stage(request.width(), request.height()),
                request.language(),
                !new Bidi(request.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight(),
                duration);
    }

    /** Where a long sentence is cut: at the comma nearest to its middle, else between two words; never in a number. */
    static int middle(String text, String language) {
        var numbers = NumberFact.all(text, language);
        IntPredicate inside = at -> numbers.stream().anyMatch(number -> number.start() < at && at < number.end());
        var half = text.length() / 2;
        var best = -1;
        for (var i = text.length() / 4; i < text.length() * 3 / 4; i++) {
            var good = ",;:–—，、；：،".indexOf(text.charAt(i)) >= 0 && !inside.test(i + 1);
            if (good && (best < 0 || Math.abs(i - half) < Math.abs(best - half))) {
                best = i + 1;
            }
        }
        if (best < 0) {
            var space = text.indexOf(' ', half);
            while (space >= 0 && inside.test(space)) {
                space = text.indexOf(' ', space + 1);
            }
            best = space < 0 ? text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2) : space;
        }
        return Math.max(1, Math.min(text.length() - 1, best));
    }
}
