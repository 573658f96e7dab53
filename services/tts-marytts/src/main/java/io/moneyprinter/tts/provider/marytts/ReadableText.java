package io.moneyprinter.tts.provider.marytts;

import com.ibm.icu.text.Transliterator;
import io.moneyprinter.tts.spi.Delivery;
import io.moneyprinter.tts.spi.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text in letters that MaryTTS reads.
 *
 * @param deliveries of parts of it; what has sounds of its own touches no other word
 */
record ReadableText(String text, List<Delivery> deliveries) {

    private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");
    /** Alone, the letter is taken for the article. */
    private static final Pattern SPELLED_A = Pattern.compile("(?<=\\b[B-Z] )A\\b|\\bA(?= [A-Z]\\b)");

    private static final String SPOKEN_A = "ay";
    private static final Pattern END_OF_WORD = Pattern.compile("[.,;:!?]*(?:\\s|$)");

    ReadableText {
        deliveries = List.copyOf(deliveries);
    }

    static ReadableText of(Utterance utterance) {
        var whole = utterance.text();
        var text = new StringBuilder();
        var deliveries = new ArrayList<Delivery>();
        var at = 0;
        for (var delivery : utterance.deliveries()) {
            text.append(ASCII.transliterate(whole.substring(at, delivery.start())));
            at = delivery.end();
            var apart = delivery.ipa() != null;
            if (apart && !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
            var start = text.length();
            text.append(ASCII.transliterate(whole.substring(delivery.start(), at)));
            if (start < text.length()) {
                deliveries.add(new Delivery(start, text.length(), delivery.emphasized(), delivery.ipa()));
            }
            if (apart && !END_OF_WORD.matcher(whole.substring(at)).lookingAt()) {
                text.append(' ');
            }
        }
        return spelled(text.append(ASCII.transliterate(whole.substring(at))).toString(), deliveries);
    }

    private static ReadableText spelled(String text, List<Delivery> deliveries) {
        var found = SPELLED_A.matcher(text).results().map(MatchResult::start).toList();
        return new ReadableText(
                SPELLED_A.matcher(text).replaceAll(SPOKEN_A),
                deliveries.stream()
                        .map(delivery -> new Delivery(
                                moved(delivery.start(), found),
                                moved(delivery.end(), found),
                                delivery.emphasized(),
                                delivery.ipa()))
                        .toList());
    }

    private static int moved(int at, List<Integer> found) {
        var longer = SPOKEN_A.length() - 1;
        return at + longer * (int) found.stream().filter(start -> start < at).count();
    }
}
