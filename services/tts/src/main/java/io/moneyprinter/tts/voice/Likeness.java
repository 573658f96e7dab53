package io.moneyprinter.tts.voice;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which voice comes closest to what is wanted: script before region before gender before style. */
final class Likeness {

    private static final int SCRIPT = 12;
    private static final int REGION = 6;
    private static final int GENDER = 4;
    private static final int GENDER_UNKNOWN = 2;
    private static final int STYLE = 1;

    private Likeness() {}

    /** Of any gender and style. */
    static @Nullable Voice best(ULocale wanted, List<Voice> voices) {
        return best(wanted, null, voice -> false, voices);
    }

    /**
     * Among the voices of the same language; of equals the first, as the provider lists them.
     *
     * @param gender null when any will do
     * @param styled whether a voice sounds as is wanted
     * @return null when no voice speaks the language
     */
    static @Nullable Voice best(ULocale wanted, @Nullable String gender, Predicate<Voice> styled, List<Voice> voices) {
        Voice best = null;
        var most = -1;
        for (var voice : voices) {
            var offered = ULocale.forLanguageTag(voice.locale());
            if (offered.getLanguage().equals(wanted.getLanguage())) {
                var likeness =
                        likeness(wanted, offered) + likeness(gender, voice.gender()) + (styled.test(voice) ? STYLE : 0);
                if (likeness > most) {
                    best = voice;
                    most = likeness;
                }
            }
        }
        return best;
    }

    private static int likeness(ULocale wanted, ULocale offered) {
        var full = ULocale.addLikelySubtags(wanted);
        var other = ULocale.addLikelySubtags(offered);
        return (full.getScript().equals(other.getScript()) ? SCRIPT : 0)
                + (full.getCountry().equals(other.getCountry()) ? REGION : 0);
    }

    private static int likeness(@Nullable String wanted, @Nullable String offered) {
        if (wanted == null) {
            return 0;
        }
        if (offered == null) {
            return GENDER_UNKNOWN;
        }
        return wanted.equalsIgnoreCase(offered) ? GENDER : 0;
    }
}
