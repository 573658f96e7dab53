package io.moneyprinter.materials.designed;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of a sentence with what it is of.
 *
 * @param shown as it should be drawn, such as {@code $4.50}, {@code 85%} or {@code 1967}
 * @param unit what it is measured in: a currency, {@code %}, {@code km}; empty for things that are counted
 * @param value of the number as it is meant, its scale included; NaN where it says no single amount
 * @param start offset in the sentence
 * @param end offset after it
 */
record NumberFact(Kind kind, String shown, String unit, double value, int start, int end) {

    /** What sort of number it is: decides on what is drawn with it. */
    enum Kind {
        /** Parts of a hundred, none of them left over: 0 to 100. */
        PERCENT,
        MONEY,
        /** Negative before the count begins. */
        YEAR,
        COUNT,
        /** A range, a time of day, a degree, a place in a row: to be read, and not to be measured by a length. */
        PLAIN
    }

    /** The number that a sentence is about; null when it counts nothing. */
    static @Nullable NumberFact in(String text, String language) {
        var all = all(text, language);
        return Stream.of(
                        all.stream()
                                .filter(number -> number.kind() == Kind.PERCENT
                                        || number.unit().endsWith("%")),
                        Stream.ofNullable(Numbers.fraction(text)),
                        all.stream().filter(number -> number.kind() == Kind.MONEY),
                        all.stream())
                .flatMap(numbers -> numbers)
                .findFirst()
                .orElse(null);
    }

    /** All numbers of a text, in order; fractions in words are not among them. */
    static List<NumberFact> all(String text, String language) {
        return new Numbers(text, language).all();
    }
}
