package io.moneyprinter.tts.voice;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which scripts a text is written in, and which a voice can read. */
public final class Scripts {

    /** A text with more letters of other scripts than this is not for the voice. */
    private static final double FOREIGN_SHARE = 0.2;

    private Scripts() {}

    /** The scripts a language is written in, as ISO 15924 codes, and Latin, which names and brands are written in. */
    public static List<String> of(String language) {
        var scripts = new LinkedHashSet<String>();
        var codes = UScript.getCode(ULocale.addLikelySubtags(ULocale.forLanguageTag(language)));
        if (codes != null) {
            for (var code : codes) {
                scripts.add(UScript.getShortName(code));
            }
        }
        if (language.startsWith("zh")) {
            scripts.addAll(List.of("Hani", "Bopo"));
        }
        scripts.add("Latn");
        return List.copyOf(scripts);
    }

    /**
     * Refuses a text that the voice would read as silence.
     *
     * @param advice what could be done about it
     * @throws CodedException {@code TEXT_NOT_SPEAKABLE}
     */
    public static void check(String text, Voice voice, String advice) {
        check(text, voice, FOREIGN_SHARE, advice);
    }

    /**
     * Refuses a text in which the voice would read a single letter as something else than it is.
     *
     * @throws CodedException {@code TEXT_NOT_SPEAKABLE}
     */
    public static void checkAll(String text, Voice voice) {
        check(text, voice, 0, "");
    }

    private static void check(String text, Voice voice, double foreignShare, String advice) {
        var script = unread(text, voice, foreignShare);
        if (script != null) {
            throw new CodedException(
                    TtsErrorCode.TEXT_NOT_SPEAKABLE,
                    "The text is written in %s script, which the voice %s of %s cannot read. %s"
                            .formatted(name(script), voice.id(), voice.provider(), advice)
                            .strip());
        }
    }

    public static boolean reads(String text, Voice voice) {
        return unread(text, voice, FOREIGN_SHARE) == null;
    }

    /** The script in which most is written that the voice cannot read; null when it reads enough. */
    private static @Nullable String unread(String text, Voice voice, double foreignShare) {
        var counts = count(text);
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var foreign = new HashMap<>(counts);
        foreign.keySet().removeAll(Set.copyOf(voice.scripts()));
        var unread = foreign.values().stream().mapToLong(Long::longValue).sum();
        return unread > foreignShare * all
                ? foreign.entrySet().stream()
                        .max(Comparator.comparingLong(Map.Entry::getValue))
                        .orElseThrow()
                        .getKey()
                : null;
    }

    private static Map<String, Long> count(String text) {
        var counts = new HashMap<String, Long>();
        text.codePoints().filter(UCharacter::isLetter).forEach(letter -> {
            var script = UScript.getScript(letter);
            if (script != UScript.COMMON && script != UScript.INHERITED) {
                counts.merge(UScript.getShortName(script), 1L, Long::sum);
            }
        });
        return counts;
    }

    private static String name(String script) {
        return new Locale.Builder().setScript(script).build().getDisplayScript(Locale.ENGLISH);
    }
}
