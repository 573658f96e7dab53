package io.moneyprinter.content.prompt;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of pages, people and machines, as they are written, spelled out or hidden. */
final class Addresses {

    private static final String TOP =
            "com|net|org|info|biz|io|ai|app|dev|co|tv|ly|gg|xyz|site|online|shop|store|top|click|link|club|live|icu|vip|"
                    + "pro|page|cloud|tech|news|blog|wiki|zip|mov|onion|test|invalid|example|localhost|internal|local|"
                    + "edu|gov|mil|int|eu|uk|de|fr|es|ru|cn|jp|kr|br|nl|pl|ch|se|dk|cz|ua|tr|mx|ar|au|nz|ca";

    /** Taken whole or not at all, so that any text is read in about one go. */
    private static final String LABEL = "[\\p{L}\\p{N}_-]++";

    private static final String DOT = "(?:\\.|\\s*[\\[({]\\s*(?:\\.|dot)\\s*[\\])}]\\s*|\\s+dot\\s+)";

    /** Where a label may begin; of a name with many it may be one in the middle. */
    private static final String START = "(?<![\\p{L}\\p{N}_-])";

    private static final String MOST_LABELS = "{1,8}";

    private static final Pattern ANY = Pattern.compile(
            // With its protocol, whichever it is.
            "\\b[a-z][a-z0-9+.-]{1,20}:/{1,3}\\S+"
                    + "|\\b(?:data|javascript|mailto|tel|sms|file|vbscript|intent|magnet):\\S+"
                    + "|\\bwww\\d?\\.\\S+"
                    + "|\\bh(?:tt|xx)ps?\\b\\S*"
                    // People.
                    + "|(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++\\s?(?:@|[\\[({]\\s*at\\s*[\\])}])\\s?" + LABEL
                    + "(?:" + DOT + LABEL
                    + ")"
                    + MOST_LABELS
                    + "|(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])?"
                    // Hosts, those of two labels by their last one.
                    + "|" + START + "(?:" + LABEL + DOT + ")" + MOST_LABELS
                    + "(?:" + TOP + ")(?![\\p{L}\\p{N}-])(?:[/:?#]\\S*)?"
                    + "|" + START + "(?:" + LABEL + "\\.)" + MOST_LABELS + "[a-z]{2,63}+/\\S*"
                    + "|(?<![\\p{N}.])\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3}){3}(?![\\p{N}.])"
                    + "|\\[(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}]"
                    // Telephones.
                    + "|\\+\\p{Nd}[\\p{Nd} ()./-]{6,}\\p{Nd}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Addresses() {}

    /** All of a text, as they are compared. */
    static Set<String> in(String text) {
        var found = new HashSet<String>();
        var address = ANY.matcher(plain(text));
        while (address.find()) {
            found.add(compared(address.group()));
        }
        return found;
    }

    /** The text without those that are not allowed. */
    static String without(String text, Set<String> allowed) {
        var address = ANY.matcher(plain(text));
        return address.replaceAll(
                        one -> allowed.contains(compared(one.group())) ? Matcher.quoteReplacement(one.group()) : "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Letters that only look different are the same. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String compared(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?:/+", "")
                .replaceFirst("^www\\.", "")
                .replaceAll("(?<![\\p{Po}\\p{Pe}\\p{Pf}/])[\\p{Po}\\p{Pe}\\p{Pf}/]++$", "");
    }
}
