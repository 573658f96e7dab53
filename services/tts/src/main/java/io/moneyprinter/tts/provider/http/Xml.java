package io.moneyprinter.tts.provider.http;

import java.util.regex.Pattern;

/** Text inside of markup. */
public final class Xml {

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private Xml() {}

    /** Safe between tags and within quotes of either kind. */
    public static String escaped(String text) {
        return CONTROL.matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;");
    }
}
