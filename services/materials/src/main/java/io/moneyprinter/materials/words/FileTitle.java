package io.moneyprinter.materials.words;

import java.util.regex.Pattern;

/** What the name of a file says of what is in it. */
public final class FileTitle {

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final Pattern JOINED = Pattern.compile("[_\\-.]+");
    private static final Pattern CAMERA = Pattern.compile(
            "(?i)(file:)?\\s*((img|image|dsc[nf]?|p|vid|video|mov|pxl|gopr|gh|dji|mvi|clip|screenshot|whatsapp image)\\s*)?[\\d\\s]*");

    private FileTitle() {}

    /** With spaces between its words; empty for what a camera or a program calls its files. */
    public static String of(String name) {
        var words = JOINED.matcher(ENDING.matcher(name).replaceFirst(""))
                .replaceAll(" ")
                .strip();
        return CAMERA.matcher(words).matches() ? "" : words;
    }
}
