package io.moneyprinter.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The files that a list of ours in ffconcat's format names. */
final class ConcatList {

    private static final String FILE = "file ";

    private ConcatList() {}

    /** None when the list cannot be read, which FFmpeg finds out by itself. */
    static Set<Path> files(Path list) {
        var files = new LinkedHashSet<Path>();
        try (var lines = Files.lines(list)) {
            lines.filter(line -> line.startsWith(FILE))
                    .map(line -> list.resolveSibling(unquoted(line.substring(FILE.length()))))
                    .forEach(files::add);
        } catch (IOException unreadable) {
            return Set.of();
        }
        return files;
    }

    /** Quotes end at the next quote whatever is between them; outside of them a backslash takes the next one as is. */
    private static String unquoted(String text) {
        var plain = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var next = text.charAt(i);
            if (next == '\'') {
                quoted = !quoted;
            } else if (next == '\\' && !quoted && i + 1 < text.length()) {
                i++;
                plain.append(text.charAt(i));
            } else {
                plain.append(next);
            }
        }
        return plain.toString();
    }
}
