package io.moneyprinter.tts.provider.openai;

import java.util.ArrayList;
import java.util.List;

/** Text in parts that a server takes. */
final class OpenAiText {

    private OpenAiText() {}

    /** After a sentence, else at a space, else between characters. */
    static List<String> parts(String text, int maxCharacters) {
        var parts = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > maxCharacters) {
            var at = cut(rest, maxCharacters);
            parts.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    private static int cut(String text, int max) {
        for (var at = max; at > max / 2; at--) {
            if (".!?。！？".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        var space = text.lastIndexOf(' ', max);
        if (space > 0) {
            return space;
        }
        return max > 1 && Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    }
}
