package io.moneyprinter.drawing;

import io.github.humbleui.skija.FontMgr;
import io.github.humbleui.skija.Typeface;
import io.github.humbleui.skija.paragraph.FontCollection;
import io.github.humbleui.skija.paragraph.TypefaceFontProvider;
import io.moneyprinter.natives.UnpackedDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The fonts that come with the program, and no other: what is installed on the machine never shows up in a film.
 * Shared between threads.
 */
public final class FontLibrary {

    private static final Map<Path, FontLibrary> OPEN = new ConcurrentHashMap<>();

    private final List<Typeface> faces = new ArrayList<>();
    private final FontCollection collection;
    private final ReentrantLock layout = new ReentrantLock();

    private FontLibrary(Path home) {
        SkiaLibrary.load(home);
        var loader = FontLibrary.class.getClassLoader();
        var files = FontFile.all();
        var directory = UnpackedDirectory.of(home.resolve(Path.of("fonts", FontFile.EDITION)), work -> {
            for (var file : files) {
                UnpackedDirectory.copyResource(
                        loader, "io/moneyprinter/drawing/" + file.resource(), work.resolve(file.filename()));
            }
        });
        var manager = FontMgr.getDefault();
        var provider = new TypefaceFontProvider();
        for (var file : files) {
            var path = directory.resolve(file.filename());
            // Files, not bytes: they are mapped, and only what is drawn is read.
            var face = manager.makeFromFile(path.toString(), file.index());
            if (face == null) {
                throw new IllegalStateException("%s: not a font".formatted(path));
            }
            provider.registerTypeface(face, file.family());
            faces.add(face);
        }
        collection = new FontCollection().setAssetFontManager(provider).setEnableFallback(false);
    }

    /** The library unpacked below {@code home}; the same one for every caller. */
    public static FontLibrary open(Path home) {
        return OPEN.computeIfAbsent(home.toAbsolutePath().normalize(), FontLibrary::new);
    }

    /**
     * The characters of {@code text} that no font has, each once, in order. Drawn anyway, each would be an empty box.
     */
    public List<String> missing(String text) {
        var missing = new LinkedHashSet<String>();
        text.codePoints().distinct().filter(FontLibrary::visible).forEach(character -> {
            if (faces.stream().allMatch(face -> face.getUTF32Glyph(character) == 0)) {
                missing.add(Character.toString(character));
            }
        });
        return List.copyOf(missing);
    }

    /** Breaks {@code text} into lines, shrinks it if it must, and measures it. */
    public TextBlock set(TextSpec text) {
        return TextSetter.set(this, text);
    }

    /** Paragraphs share caches that are not made for several threads. */
    <T> T layout(Function<FontCollection, T> work) {
        layout.lock();
        try {
            return work.apply(collection);
        } finally {
            layout.unlock();
        }
    }

    /** Families in the order in which a character is looked for. */
    static String[] families(FontFamily family, String language) {
        var families = new LinkedHashSet<String>();
        var han = han(language);
        if (isHan(language)) {
            // Quotes, dashes and dots of these languages are as wide as their letters; Latin fonts have narrow ones.
            families.add(han);
        }
        families.add(family.alias());
        families.add(FontFamily.GROTESQUE.alias());
        families.addAll(FontFile.SCRIPTS);
        families.add(han);
        families.addAll(FontFile.HAN);
        families.add(FontFile.EMOJI);
        families.add(FontFile.FLAGS);
        families.add(FontFile.SYMBOLS);
        return families.toArray(String[]::new);
    }

    /** The same, for an emoji that text fonts have a plain glyph for, too. */
    static String[] emojiFamilies(FontFamily family, String language) {
        var families = new LinkedHashSet<String>();
        families.add(FontFile.EMOJI);
        families.add(FontFile.FLAGS);
        families.addAll(List.of(families(family, language)));
        return families.toArray(String[]::new);
    }

    private static boolean isHan(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "zh", "ja", "ko", "yue" -> true;
            default -> false;
        };
    }

    /** The same character has another form in each of these languages. */
    private static String han(String language) {
        var locale = Locale.forLanguageTag(language);
        return switch (locale.getLanguage()) {
            case "ja" -> "CJK-JP";
            case "ko" -> "CJK-KR";
            case "yue" -> "CJK-TC";
            default -> {
                var traditional = "Hant".equals(locale.getScript())
                        || List.of("TW", "HK", "MO").contains(locale.getCountry());
                yield traditional ? "CJK-TC" : "CJK-SC";
            }
        };
    }

    /** Whether a character is drawn, and does not only part, join or turn others. */
    public static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isVariationSelector(character);
        };
    }

    private static boolean isVariationSelector(int character) {
        return character >= 0xfe00 && character <= 0xfe0f || character >= 0xe0100 && character <= 0xe01ef;
    }
}
