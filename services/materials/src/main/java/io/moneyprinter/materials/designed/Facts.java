package io.moneyprinter.materials.designed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence says that has a form of its own. Nothing in it is made up: every word and every number stands in the
 * sentence.
 *
 * @param quotation what somebody says, null when nobody is quoted
 * @param figures numbers of one kind with what each belongs to, two or more; empty when they cannot be set beside
 *     each other
 * @param course what the figures are of
 * @param items what is enumerated, three to six; empty without an enumeration
 * @param moments years with what happened in them, two or more; empty without
 * @param pair what is set against each other, null without
 * @param place a country or a city, null when none is named
 */
record Facts(
        @Nullable Quotation quotation,
        List<Figure> figures,
        Course course,
        List<String> items,
        List<Moment> moments,
        @Nullable Pair pair,
        @Nullable String place) {

    /** What figures are to each other. */
    enum Course {
        /** Of different things, so that lengths must not be compared. */
        UNLIKE,
        /** Of the same thing in different places. */
        ALIKE,
        /** Of the same thing in different years. */
        SERIES,
        /** The parts of one whole. */
        PARTS
    }

    /** @param by who says it, null when that is not said */
    record Quotation(String text, @Nullable String by) {}

    /**
     * A number with what it stands for.
     *
     * @param label whose it is; the year in a series
     * @param shown as it is written
     * @param amount as large as it is meant
     * @param year that the label says, in a series; NaN elsewhere
     */
    record Figure(String label, String shown, double amount, double year) {

        Figure(String label, String shown, double amount) {
            this(label, shown, amount, Double.NaN);
        }
    }

    record Moment(String year, String event) {}

    /** @param between the word that sets them against each other, as it is written */
    record Pair(String first, String second, String between) {}

    static Facts of(String text, String language) {
        var figures = new Figures(text, language);
        return new Facts(
                Quotations.in(text, language),
                figures.comparable(),
                figures.course(),
                Enumerations.items(text, language),
                figures.moments(),
                Enumerations.pair(text, language),
                Places.in(text, language));
    }
}
