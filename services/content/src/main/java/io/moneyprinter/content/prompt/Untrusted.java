package io.moneyprinter.content.prompt;

import java.util.regex.Pattern;

/** Text that somebody sent. */
final class Untrusted {

    /**
     * Control characters, what turns the direction of text, and signs that nobody sees but a model reads: tags, variation
     * selectors beyond those of emoji, and interlinear marks.
     */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Co}\\x{feff}\\x{fffd}\\x{00ad}\\x{200b}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{2069}"
                    + "\\x{fff9}-\\x{fffb}\\x{e0000}-\\x{e01ef}&&[^\\n\\t]]");

    /** Between Latin letters it is a dot that looks like none. */
    private static final Pattern OTHER_DOT = Pattern.compile("(?<=[A-Za-z0-9])[。｡．](?=[a-z0-9])");

    private Untrusted() {}

    static String printable(String text) {
        var seen =
                UNSEEN.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        return OTHER_DOT.matcher(seen).replaceAll(".").strip();
    }
}
