package io.moneyprinter.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A text that films of several lengths are made of.
 *
 * @param targets in seconds
 * @param body of a topic all that a model knows of it: a sentence on each line, scenes apart
 */
record LengthsText(String name, Kind kind, String language, String genre, List<Integer> targets, String body) {

    /** Words that are said in a second, about. */
    static final double WORDS_PER_SECOND = 2.5;

    /** A summary cannot use every sentence. */
    private static final double USABLE = 0.8;

    /** What pauses and voice can do with any text. */
    private static final double REACH = 0.07;

    /** Articles come first, when nothing is known of the pace of a voice. */
    enum Kind {
        ARTICLE("article"),
        TOPIC("topic"),
        SCRIPT("own script");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** How a model keeps to the length that it is asked for: as a part of the words, at first and when it is told. */
    enum Manner {
        EXACT(1, 1),
        /** Writes too little until it is told. */
        TERSE(0.6, 1),
        /** Writes more than it was asked for. */
        WORDY(1.35, 1.35),
        /** Writes far too much until it is told. */
        RAMBLING(2, 1.1),
        /** Writes too little whatever it is told. */
        STUBBORN(0.6, 0.6);

        final double first;
        final double told;

        Manner(double first, double told) {
            this.first = first;
            this.told = told;
        }
    }

    static List<LengthsText> all() throws IOException {
        var all = new ArrayList<LengthsText>();
        for (var kind : Kind.values()) {
            all.addAll(read(kind));
        }
        return all;
    }

    /** Texts follow lines such as {@code === Name | language | genre | 30 60 90}. */
    private static List<LengthsText> read(Kind kind) throws IOException {
        var file = "lengths/%ss.md".formatted(kind.name().toLowerCase(Locale.ROOT));
        try (var in = Objects.requireNonNull(LengthsText.class.getResourceAsStream(file))) {
            var texts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ");
            return Arrays.stream(texts)
                    .skip(1)
                    .map(text -> {
                        var head = text.lines().findFirst().orElseThrow();
                        var fields = head.split("\\s*\\|\\s*");
                        return new LengthsText(
                                fields[0],
                                kind,
                                fields[1],
                                fields[2],
                                Arrays.stream(fields[3].split(" "))
                                        .map(Integer::valueOf)
                                        .toList(),
                                text.substring(head.length()).strip());
                    })
                    .toList();
        }
    }

    /** Of a topic. */
    Manner manner() {
        return Manner.valueOf(genre.toUpperCase(Locale.ROOT));
    }

    /**
     * Whether a film of it can have this length.
     *
     * @param natural how long it lasts as it is written, in seconds
     */
    boolean suffices(int target, double natural) {
        return switch (kind) {
            case SCRIPT -> Math.abs(natural - target) <= REACH * natural;
            case ARTICLE -> USABLE * body.split("\\s+").length / WORDS_PER_SECOND >= target;
            case TOPIC -> manner() != Manner.STUBBORN;
        };
    }
}
