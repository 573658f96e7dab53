package io.moneyprinter.materials.designed;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what somebody says. */
final class Quotations {

    private static final int MOST = 170;

    private static final List<Pattern> MARKS = List.of(
            Pattern.compile("“([^“”]+)”"),
            Pattern.compile("„([^„“”]+)[“”]"),
            Pattern.compile("«\\s*([^«»]+?)\\s*»"),
            Pattern.compile("「([^「」]+)」"),
            Pattern.compile("『([^『』]+)』"),
            Pattern.compile("(?<![\\p{L}\\p{Nd}])\"([^\"]+)\"(?![\\p{L}\\p{Nd}])"));

    private Quotations() {}

    static Facts.@Nullable Quotation in(String text, String language) {
        for (var marks : MARKS) {
            var matcher = marks.matcher(text);
            if (matcher.find()) {
                var quoted = matcher.group(1).strip().replaceAll("[,،，]$", "");
                // A word or two in quotation marks are a name or irony.
                if (Words.of(quoted, language).size() < 3 || quoted.length() > MOST) {
                    return null;
                }
                var before = speaker(text.substring(0, matcher.start()), language);
                var after = speaker(text.substring(matcher.end()), language);
                return new Facts.Quotation(quoted, after != null ? after : before);
            }
        }
        return null;
    }

    /** Who is named beside a quotation: a short run of words that is a name, or all there is. */
    private static @Nullable String speaker(String text, String language) {
        var rest = Words.of(text, language).telling();
        if (rest.isEmpty()
                || rest.size() > 5
                || rest.written().length() > 34
                || rest.written().contains(",")) {
            return null;
        }
        return rest.written();
    }
}
