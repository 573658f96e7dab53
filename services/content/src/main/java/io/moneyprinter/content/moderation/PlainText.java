package io.moneyprinter.content.moderation;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;

/**
 * A text without what tells no words apart: case, width, hyphens, line breaks, signs that nobody sees, and the vowels of
 * Arabic and Hebrew.
 *
 * @param ends offsets between characters where a word may begin or end, by dictionary where there are no spaces
 */
record PlainText(String text, BitSet ends) {

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    private static final int TATWEEL = 0x0640;
    /** What is left of a capital İ. */
    private static final int DOT_ABOVE = 0x0307;

    private static final int DOTLESS_I = 'ı';

    static PlainText of(String text) {
        var plain = plain(text);
        var ends = new BitSet();
        var words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(plain);
        for (var end = words.first(); end != BreakIterator.DONE; end = words.next()) {
            ends.set(end);
        }
        // "l'arme" is one word and has one in it.
        for (var at = plain.indexOf('\''); at >= 0; at = plain.indexOf('\'', at + 1)) {
            ends.set(at, at + 2);
        }
        return new PlainText(plain, ends);
    }

    static String plain(String text) {
        var plain = new StringBuilder();
        FOLDED.normalize(text).codePoints().forEach(c -> {
            if (isSpace(c)) {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else if (!isUnsaid(c)) {
                plain.appendCodePoint(c == DOTLESS_I ? 'i' : c == '’' || c == 'ʼ' ? '\'' : c);
            }
        });
        return plain.toString().strip();
    }

    private static boolean isSpace(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.WHITE_SPACE)
                || UCharacter.hasBinaryProperty(c, UProperty.DASH)
                || UCharacter.getType(c) == ECharacterCategory.CONNECTOR_PUNCTUATION;
    }

    private static boolean isUnsaid(int c) {
        return c == TATWEEL
                || c == DOT_ABOVE
                || (UCharacter.getType(c) == ECharacterCategory.NON_SPACING_MARK
                        && (UScript.hasScript(c, UScript.ARABIC) || UScript.hasScript(c, UScript.HEBREW)));
    }
}
