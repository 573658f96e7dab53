package io.moneyprinter.content.prompt;

import java.util.List;

/** What comes of an answer when it is looked at. Faults and shortcomings are told to the model. */
public sealed interface Verdict<T> {

    /** @param shortcomings wishes that it does not meet; one more try, and then it is good enough */
    record Usable<T>(T value, List<String> shortcomings) implements Verdict<T> {

        public Usable {
            shortcomings = List.copyOf(shortcomings);
        }
    }

    record Unusable<T>(String fault) implements Verdict<T> {}
}
