package io.moneyprinter.tts.timing;

import com.ibm.icu.lang.UScript;
import io.moneyprinter.tts.normalization.NormalizedText;
import java.util.Arrays;

/** How long words usually take to say. */
public final class SpeakingTime {

    /** Of what {@link Letters#weight} counts, without pauses. */
    private static final double PER_SECOND = 21;

    /** A kana is a whole syllable. */
    private static final double KANA = 2.5;

    /** A digit is a word or a good part of one. */
    private static final double DIGIT = 5;

    private SpeakingTime() {}

    /** Seconds for each written word, by what is said for it; pauses are not counted. */
    public static double[] ofWords(NormalizedText text) {
        var seconds = new double[text.words().size()];
        for (var piece : text.pieces()) {
            var share = weight(text.spoken(piece)) / PER_SECOND / (piece.endWord() - piece.firstWord());
            for (var word = piece.firstWord(); word < piece.endWord(); word++) {
                seconds[word] += share;
            }
        }
        return seconds;
    }

    public static double of(NormalizedText text) {
        return Arrays.stream(ofWords(text)).sum();
    }

    private static double weight(String spoken) {
        var kana = spoken.codePoints().filter(SpeakingTime::isKana).count();
        var digits = spoken.codePoints().filter(Character::isDigit).count();
        return Letters.weight(spoken) + KANA * kana + DIGIT * digits;
    }

    private static boolean isKana(int codePoint) {
        var script = UScript.getScript(codePoint);
        return script == UScript.HIRAGANA || script == UScript.KATAKANA;
    }
}
