package io.moneyprinter.language;

import java.util.LinkedHashSet;
import java.util.Set;

/** Numbers that are written in digits, whatever a language puts between them. */
public final class Figures {

    private Figures() {}

    /** Their digits alone: 1.5 is 1,5 in another language, and 2,500 is 2.500. */
    public static Set<String> in(String text) {
        var figures = new LinkedHashSet<String>();
        var number = Numeral.RUN.matcher(text);
        while (number.find()) {
            var digits = new StringBuilder();
            number.group()
                    .codePoints()
                    .filter(Character::isDigit)
                    .forEach(digit -> digits.append(Character.digit(digit, 10)));
            figures.add(digits.toString());
        }
        return figures;
    }

    /** Those that another text does not have. */
    public static Set<String> beyond(String text, String source) {
        var figures = new LinkedHashSet<>(in(text));
        figures.removeAll(in(source));
        return figures;
    }
}
