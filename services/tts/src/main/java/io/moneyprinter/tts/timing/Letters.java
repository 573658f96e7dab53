package io.moneyprinter.tts.timing;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The letters of several words in a row, folded so that spelling does not matter, with their times in seconds. */
final class Letters {

    /** Larger texts than this are not sentences; the table would take too much memory. */
    private static final long MAX_CELLS = 16_000_000;

    private static final byte UP = 1;
    private static final byte LEFT = 2;
    private static final byte DIAGONAL = 3;

    private record Letter(int codePoint, int word, double start, double end) {}

    private final List<Letter> letters = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();

    void add(String word, double start, double end) {
        firsts.add(letters.size());
        var folded = folded(word);
        for (var i = 0; i < folded.length; i++) {
            letters.add(new Letter(
                    folded[i],
                    firsts.size(),
                    start + (end - start) * i / folded.length,
                    start + (end - start) * (i + 1) / folded.length));
        }
    }

    private static int[] folded(String word) {
        return Normalizer2.getNFKDInstance()
                .normalize(UCharacter.foldCase(word, true))
                .codePoints()
                .filter(UCharacter::isLetterOrDigit)
                .toArray();
    }

    /** How long a word takes to say, in letters: an ideograph is a syllable, a vowel lasts longer than a consonant. */
    static double weight(String word) {
        var weight = 0.0;
        var inVowels = false;
        for (var c : folded(word)) {
            var vowel = "aeiouyаеиоуыэюяαεηιουω".indexOf(c) >= 0;
            weight += UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC) ? 4 : UCharacter.isDigit(c) ? 4 : 1;
            weight += vowel && !inVowels ? 2 : 0;
            inVowels = vowel;
        }
        return Math.max(1, weight);
    }

    int first(int word) {
        return firsts.get(word);
    }

    int end(int word) {
        return word + 1 < firsts.size() ? firsts.get(word + 1) : letters.size();
    }

    /** Index of the word that a letter is of. */
    int word(int letter) {
        return letters.get(letter).word() - 1;
    }

    double startTime(int letter) {
        return letters.get(letter).start();
    }

    double endTime(int letter) {
        return letters.get(letter).end();
    }

    /** For each letter the one of {@code other} that it is paired with in a longest common subsequence, or -1. */
    int[] align(Letters other) {
        var pairs = new int[letters.size()];
        Arrays.fill(pairs, -1);
        var rows = letters.size();
        var columns = other.letters.size();
        if ((rows + 1L) * (columns + 1L) > MAX_CELLS) {
            return pairs;
        }
        var from = new byte[rows + 1][columns + 1];
        var above = new int[columns + 1];
        for (var i = 1; i <= rows; i++) {
            var current = new int[columns + 1];
            for (var j = 1; j <= columns; j++) {
                if (letters.get(i - 1).codePoint() == other.letters.get(j - 1).codePoint()) {
                    current[j] = above[j - 1] + 1;
                    from[i][j] = DIAGONAL;
                } else if (above[j] >= current[j - 1]) {
                    current[j] = above[j];
                    from[i][j] = UP;
                } else {
                    current[j] = current[j - 1];
                    from[i][j] = LEFT;
                }
            }
            above = current;
        }
        var i = rows;
        var j = columns;
        while (i > 0 && j > 0) {
            switch (from[i][j]) {
                case DIAGONAL -> pairs[--i] = --j;
                case UP -> i--;
                default -> j--;
            }
        }
        join(pairs, other);
        return pairs;
    }

    /**
     * Of equally long subsequences the one that keeps runs together is meant: in "one two three" the last letter of
     * a spoken "one" belongs to "one".
     */
    private void join(int[] pairs, Letters other) {
        var owners = new int[other.letters.size()];
        Arrays.fill(owners, -1);
        for (var i = 0; i < pairs.length; i++) {
            if (pairs[i] >= 0) {
                owners[pairs[i]] = i;
            }
        }
        for (var i = 1; i < pairs.length; i++) {
            var j = pairs[i - 1] + 1;
            if (j > 0 && isFree(i, j, pairs, other) && other.isOneWord(j - 1, j)) {
                take(i, j, pairs, owners);
            }
        }
        for (var i = pairs.length - 2; i >= 0; i--) {
            var j = pairs[i + 1] - 1;
            if (j >= 0 && isFree(i, j, pairs, other) && other.isOneWord(j, j + 1)) {
                var owner = owners[j];
                var joined = owner > 0 && j > 0 && pairs[owner - 1] == j - 1;
                if (!joined) {
                    take(i, j, pairs, owners);
                }
            }
        }
    }

    private boolean isFree(int i, int j, int[] pairs, Letters other) {
        return pairs[i] < 0
                && j < other.letters.size()
                && letters.get(i).codePoint() == other.letters.get(j).codePoint();
    }

    private boolean isOneWord(int a, int b) {
        return letters.get(a).word() == letters.get(b).word();
    }

    private static void take(int i, int j, int[] pairs, int[] owners) {
        if (owners[j] >= 0) {
            pairs[owners[j]] = -1;
        }
        pairs[i] = j;
        owners[j] = i;
    }
}
