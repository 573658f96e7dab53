package io.moneyprinter.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A face that comes with the program.
 *
 * @param family the name it is registered under
 * @param resource below this package
 * @param index of the face in a collection
 */
record FontFile(String family, String resource, int index) {

    /** Bumped when the list below or a file changes: it names the directory the files are unpacked to. */
    static final String EDITION = "1";

    static final String EMOJI = "Emoji";
    static final String FLAGS = "Flags";
    static final String SYMBOLS = "Symbols";

    /** Scripts with a family of their own, in the order in which they are tried; most read first. */
    static final List<String> SCRIPTS = List.of(
            "Arabic",
            "Hebrew",
            "Devanagari",
            "Bengali",
            "Thai",
            "Tamil",
            "Telugu",
            "Gujarati",
            "Kannada",
            "Malayalam",
            "Gurmukhi",
            "Sinhala",
            "Georgian",
            "Armenian",
            "Ethiopic",
            "Lao",
            "Myanmar",
            "Khmer",
            "Tibetan");

    static final List<String> HAN = List.of("CJK-JP", "CJK-KR", "CJK-SC", "CJK-TC");

    static List<FontFile> all() {
        var all = new ArrayList<FontFile>();
        for (var weight : List.of("Regular", "Medium", "Bold", "Black")) {
            all.add(new FontFile(FontFamily.GROTESQUE.alias(), "fonts/Roboto-%s.ttf".formatted(weight), 0));
        }
        all.add(new FontFile(FontFamily.CONDENSED.alias(), "fonts/RobotoCondensed-Bold.ttf", 0));
        for (var weight : List.of("Medium", "Bold")) {
            all.add(new FontFile(FontFamily.ROUNDED.alias(), "fonts/Rubik-%s.ttf".formatted(weight), 0));
        }
        for (var weight : List.of("Regular", "Bold")) {
            all.add(new FontFile(FontFamily.SERIF.alias(), "fonts/NotoSerif-%s.ttf".formatted(weight), 0));
            for (var script : SCRIPTS) {
                all.add(new FontFile(script, "fonts/%s-%s.ttf".formatted(file(script), weight), 0));
            }
        }
        for (var weight : List.of("Bold", "Black")) {
            for (var i = 0; i < HAN.size(); i++) {
                all.add(new FontFile(HAN.get(i), "fonts/NotoSansCJK-%s.ttc".formatted(weight), i));
            }
        }
        // Bitmaps, not COLRv1: with the FreeType that comes along, Skia dies of a COLRv1 font.
        all.add(new FontFile(EMOJI, "data/fonts/NotoColorEmojiLegacy.ttf", 0));
        all.add(new FontFile(FLAGS, "data/fonts/NotoColorEmojiFlags.ttf", 0));
        all.add(new FontFile(SYMBOLS, "fonts/NotoSansSymbols-Regular-Subsetted.ttf", 0));
        return List.copyOf(all);
    }

    /** The name of the unpacked file. */
    String filename() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    private static String file(String script) {
        return switch (script) {
            case "Arabic" -> "NotoNaskhArabic";
            case "Khmer" -> "NotoSansKhmerUI";
            default -> "NotoSans" + script;
        };
    }
}
