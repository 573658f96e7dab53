package io.moneyprinter.tts.normalization;

import com.ibm.icu.text.PluralRules;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * A word that is counted.
 *
 * @param forms by the plural categories of CLDR; always one for {@code other}
 */
record Noun(Map<String, String> forms, boolean feminine) {

    Noun {
        forms = Map.copyOf(forms);
    }

    /** Reads {@code Euro}, or {@code one:livre:f,other:livres}; {@code f} makes it feminine. */
    static Noun parse(String written) {
        var forms = new HashMap<String, String>();
        var feminine = false;
        for (var form : written.split(",")) {
            var parts = form.split(":");
            if (parts.length == 1) {
                forms.put(PluralRules.KEYWORD_OTHER, parts[0]);
            } else {
                forms.put(parts[0], parts[1]);
                feminine |= parts.length > 2;
            }
        }
        return new Noun(forms, feminine);
    }

    String after(BigDecimal number, PluralRules rules) {
        return form(rules.select(number.doubleValue()));
    }

    /** After a word such as million. */
    String afterMagnitude() {
        return form(PluralRules.KEYWORD_MANY);
    }

    private String form(String keyword) {
        var form = forms.get(keyword);
        return form == null ? forms.getOrDefault(PluralRules.KEYWORD_OTHER, "") : form;
    }
}
