package io.moneyprinter.tts.provider.edge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text as the service takes it: without control characters, escaped, and not too much at once. */
final class EdgeText {

    static final int MAX_BYTES = 4096;

    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");

    private EdgeText() {}

    static List<String> chunks(String text) {
        return split(escaped(text), MAX_BYTES);
    }

    private static String escaped(String text) {
        return CONTROL.matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** At a line end, else at a space, else between characters, and never inside an entity. */
    static List<String> split(String escaped, int maxBytes) {
        var chunks = new ArrayList<String>();
        var rest = escaped.strip();
        while (rest.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            var fitting = fitting(rest, maxBytes);
            var at = rest.lastIndexOf('\n', fitting - 1);
            if (at <= 0) {
                at = rest.lastIndexOf(' ', fitting - 1);
            }
            if (at <= 0) {
                at = outsideEntity(rest, fitting);
            }
            var chunk = rest.substring(0, at).strip();
            if (!chunk.isEmpty()) {
                chunks.add(chunk);
            }
            rest = rest.substring(at).strip();
        }
        if (!rest.isEmpty()) {
            chunks.add(rest);
        }
        return chunks;
    }

    /** How many UTF-16 units fit into that many bytes. */
    private static int fitting(String text, int maxBytes) {
        var bytes = 0;
        var at = 0;
        while (at < text.length()) {
            var c = text.codePointAt(at);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > maxBytes) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static int outsideEntity(String text, int at) {
        var start = text.lastIndexOf('&', at - 1);
        return start > 0 && text.indexOf(';', start) >= at ? start : at;
    }
}
