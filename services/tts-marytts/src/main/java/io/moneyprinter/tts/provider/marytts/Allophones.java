package io.moneyprinter.tts.provider.marytts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sounds of the voice, and how they are written: the International Phonetic Alphabet, said by an American. */
final class Allophones {

    private static final Set<String> VOWELS =
            Set.of("A", "O", "u", "i", "{", "V", "E", "I", "U", "@", "r=", "aU", "OI", "@U", "EI", "AI");

    private static final char NASAL = '\u0303';
    private static final String TIES = "[\u0361\u035C]";
    private static final String GAPS = "[\\s\u203F]+";
    private static final Map<String, List<String>> SOUNDS = read();
    private static final int LONGEST =
            SOUNDS.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private Allophones() {}

    /** The signs that stand for no sound of this voice, nor for one that comes near, each once. */
    static Set<String> missing(String ipa) {
        var missing = new TreeSet<String>();
        words(ipa).forEach(word -> read(word, missing));
        return missing;
    }

    /** Whether there is something to be heard, and nothing is missing. */
    static boolean has(String ipa) {
        return missing(ipa).isEmpty() && !of(ipa).isEmpty();
    }

    /**
     * How MaryTTS writes the words of {@code ipa}, whose signs are all there: phones parted by spaces, syllables by
     * hyphens, with {@code '} and {@code ,} before those that are stressed.
     */
    static List<String> of(String ipa) {
        return words(ipa).stream()
                .map(word -> read(word, new TreeSet<>()))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static boolean isVowel(String phone) {
        return VOWELS.contains(phone);
    }

    private static List<String> words(String ipa) {
        var plain = Normalizer.normalize(ipa, Normalizer.Form.NFD).replaceAll(TIES, "");
        return Arrays.asList(plain.strip().split(GAPS));
    }

    /** @param missing takes what is not known */
    private static String read(String word, Set<String> missing) {
        var syllables = new Syllables();
        var at = 0;
        while (at < word.length()) {
            var sign = longest(word, at);
            if (sign != null) {
                Objects.requireNonNull(SOUNDS.get(sign)).forEach(syllables::add);
                at += sign.length();
                continue;
            }
            var sound = word.codePointAt(at);
            switch (sound) {
                case 'ˈ' -> syllables.begin("'");
                case 'ˌ' -> syllables.begin(",");
                case '.', '|', '‖', '-' -> syllables.begin("");
                case NASAL -> syllables.nasalise();
                default -> {
                    if (!isShade(sound)) {
                        missing.add(Character.toString(sound));
                    }
                }
            }
            at += Character.charCount(sound);
        }
        return syllables.spelled();
    }

    private static @Nullable String longest(String word, int at) {
        for (var end = Math.min(word.length(), at + LONGEST); end > at; end--) {
            if (SOUNDS.containsKey(word.substring(at, end))) {
                return word.substring(at, end);
            }
        }
        return null;
    }

    /** What English does not tell apart: length, tone, how exactly a sound is made. */
    private static boolean isShade(int sign) {
        return switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK, Character.MODIFIER_LETTER, Character.MODIFIER_SYMBOL -> true;
            default -> sign == '↗' || sign == '↘';
        };
    }

    private static Map<String, List<String>> read() {
        try (var file = Objects.requireNonNull(Allophones.class.getResourceAsStream("ipa.txt"))) {
            var sounds = new HashMap<String, List<String>>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        var parts =
                                Normalizer.normalize(line, Normalizer.Form.NFD).split(" ");
                        sounds.put(parts[0], List.of(parts).subList(1, parts.length));
                    });
            return Map.copyOf(sounds);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read ipa.txt", e);
        }
    }
}
