package io.moneyprinter.materials.designed;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Path;
import io.github.humbleui.skija.PathFillMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the icons that come with the program, by its file's name. */
record Icon(String name) {

    static final Icon PIN = new Icon("geo-alt-fill");

    /** Icons are drawn for a square of this size. */
    private static final float GRID = 16;

    /** Words that only begin alike are the same from this length on. */
    private static final int STEM = 4;

    private static final int LONGEST_ENDING = 3;

    private static final String DRAWINGS = "META-INF/resources/webjars/bootstrap-icons/1.11.3/icons/%s.svg";

    private static final Pattern PATH = Pattern.compile("<path\\b([^>]*)>");
    private static final Pattern OUTLINE = Pattern.compile("\\bd=\"([^\"]*)\"");

    private static final Map<String, Icon> BY_WORD = byWord();

    /** The icon of a word in any of the languages that icons have words in; null without one. */
    static @Nullable Icon of(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var exact = BY_WORD.get(lower);
        if (exact != null) {
            return exact;
        }
        // The same word with another ending: "planes", "Bäumen".
        for (var cut = 1; cut <= LONGEST_ENDING && lower.length() - cut >= STEM - 1; cut++) {
            var stem = BY_WORD.get(lower.substring(0, lower.length() - cut));
            if (stem != null && lower.length() - cut >= (cut == 1 ? STEM - 1 : STEM)) {
                return stem;
            }
        }
        return null;
    }

    /** The icon of the most telling of a few words: the last that has one, as in "cup of coffee". */
    static @Nullable Icon ofPhrase(Words words) {
        Icon found = null;
        for (var word : words.words()) {
            var icon = word.small() ? null : of(word.text());
            found = icon == null ? found : icon;
        }
        return found;
    }

    static List<Icon> all() {
        return BY_WORD.values().stream().distinct().toList();
    }

    /** Fills a square whose top left corner is the origin. */
    void draw(Canvas canvas, float size, int color) {
        canvas.save();
        canvas.scale(size / GRID, size / GRID);
        try (var paint = new Paint().setAntiAlias(true).setColor(color)) {
            for (var outline : outlines()) {
                canvas.drawPath(outline, paint);
                outline.close();
            }
        }
        canvas.restore();
    }

    private List<Path> outlines() {
        var outlines = new ArrayList<Path>();
        var paths = PATH.matcher(read(DRAWINGS.formatted(name)));
        while (paths.find()) {
            var outline = OUTLINE.matcher(paths.group(1));
            if (outline.find()) {
                var path = Path.makeFromSVGString(outline.group(1));
                outlines.add(paths.group(1).contains("evenodd") ? path.makeWithFillMode(PathFillMode.EVEN_ODD) : path);
            }
        }
        return outlines;
    }

    private static Map<String, Icon> byWord() {
        var found = new LinkedHashMap<String, Icon>();
        for (var line : read("icons.txt").lines().toList()) {
            var colon = line.indexOf(':');
            if (line.startsWith("#") || colon < 0) {
                continue;
            }
            var icon = new Icon(line.substring(0, colon));
            for (var word : line.substring(colon + 1).strip().split("\\s+")) {
                found.putIfAbsent(word, icon);
            }
        }
        return found;
    }

    private static String read(String resource) {
        try (var in = Icon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
