package io.moneyprinter.tts.voice;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The last voice of a page, in a form that clients give back and do not take apart. */
final class VoiceCursor {

    private static final char SEPARATOR = '\n';

    private VoiceCursor() {}

    static String of(Voice voice) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((voice.provider() + SEPARATOR + voice.id()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Those that come after it.
     *
     * @throws CodedException {@code FIELD_INVALID} when it is none, or the voice is there no more
     */
    static List<Voice> after(String cursor, List<Voice> voices) {
        var last = name(cursor);
        var end = last.indexOf(SEPARATOR);
        var provider = last.substring(0, Math.max(end, 0));
        var id = last.substring(end + 1);
        for (var index = 0; index < voices.size(); index++) {
            var voice = voices.get(index);
            if (voice.id().equals(id) && voice.provider().equals(provider)) {
                return voices.subList(index + 1, voices.size());
            }
        }
        throw CodedException.ofField(
                CommonErrorCode.FIELD_INVALID,
                "/cursor",
                "not a cursor, or the voices have changed since (expected: next_cursor of an earlier page)");
    }

    /** Of no voice when the cursor is none. */
    private static String name(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
