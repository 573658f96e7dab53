package io.moneyprinter.tts.provider.marytts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A word while it is spelled in phones: cut where its spelling says so, and before as many consonants as an English
 * syllable begins with. A part without a vowel joins its neighbour. Not shared between threads.
 */
final class Syllables {

    private static final String PRIMARY = "'";

    private static final Set<String> STOPS_AND_FRICATIVES =
            Set.of("p", "t", "k", "b", "d", "g", "f", "v", "T", "s", "S", "h");

    private static final Set<String> GLIDES = Set.of("l", "r", "w", "j");
    private static final Set<String> AFTER_S = Set.of("p", "t", "k", "m", "n");

    private record Syllable(String stress, List<String> phones) {

        boolean hasVowel() {
            return phones.stream().anyMatch(Allophones::isVowel);
        }

        @Override
        public String toString() {
            return (stress + " " + String.join(" ", phones)).strip();
        }
    }

    private final List<Syllable> done = new ArrayList<>();
    private Syllable current = new Syllable("", new ArrayList<>());

    /** @param stress of the syllable that begins: {@code '}, {@code ,} or none */
    void begin(String stress) {
        if (current.phones().isEmpty() || !current.hasVowel() && done.isEmpty()) {
            current = new Syllable(stress, current.phones());
        } else {
            end();
            current = new Syllable(stress, new ArrayList<>());
        }
    }

    void add(String phone) {
        if (Allophones.isVowel(phone) && current.hasVowel()) {
            var phones = current.phones();
            var cut = phones.size() - onset(phones);
            var next = new ArrayList<>(phones.subList(cut, phones.size()));
            phones.subList(cut, phones.size()).clear();
            end();
            current = new Syllable("", next);
        }
        current.phones().add(phone);
    }

    /** English has no vowels that are said through the nose, and says the nose after them. */
    void nasalise() {
        if (!current.phones().isEmpty() && Allophones.isVowel(current.phones().getLast())) {
            current.phones().add("n");
        }
    }

    private void end() {
        if (current.hasVowel() || done.isEmpty()) {
            done.add(current);
        } else {
            done.getLast().phones().addAll(current.phones());
        }
    }

    /** How many of the last consonants begin the syllable of a vowel that follows them. */
    private static int onset(List<String> phones) {
        var consonants = 0;
        while (!Allophones.isVowel(phones.get(phones.size() - 1 - consonants))) {
            consonants++;
        }
        var last = phones.getLast();
        if (consonants == 0 || last.equals("N")) {
            return 0;
        }
        var onset = 1;
        if (consonants > 1 && GLIDES.contains(last) && STOPS_AND_FRICATIVES.contains(phones.get(phones.size() - 2))) {
            onset = 2;
        }
        if (consonants > onset
                && phones.get(phones.size() - onset - 1).equals("s")
                && AFTER_S.contains(phones.get(phones.size() - onset))) {
            onset++;
        }
        return onset;
    }

    /** The whole word, of which one syllable is stressed, as always in MaryTTS; empty without a phone. */
    String spelled() {
        if (!current.phones().isEmpty()) {
            end();
            current = new Syllable("", new ArrayList<>());
        }
        if (!done.isEmpty()
                && done.stream().noneMatch(syllable -> syllable.stress().equals(PRIMARY))) {
            done.set(0, new Syllable(PRIMARY, done.getFirst().phones()));
        }
        return done.stream().map(Syllable::toString).collect(Collectors.joining(" - "));
    }
}
