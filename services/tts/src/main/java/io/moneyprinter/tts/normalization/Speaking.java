package io.moneyprinter.tts.normalization;

import com.ibm.icu.lang.UCharacter;
import io.moneyprinter.tts.normalization.NormalizedText.Piece;
import io.moneyprinter.tts.normalization.NormalizedText.Sounds;
import io.moneyprinter.tts.normalization.NormalizedText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;

/** Collects what is said, and for which part of the written text. Not shared between threads. */
final class Speaking {

    private record Said(Span spoken, Span written) {}

    private final StringBuilder spoken = new StringBuilder();
    private final List<Said> said = new ArrayList<>();
    private final List<Sounds> sounds = new ArrayList<>();
    private final boolean spaced;
    /** Whether the next word must not touch the last one. */
    private boolean separated;

    /** @param spaced whether what is said otherwise than it is written is a word of its own */
    Speaking(boolean spaced) {
        this.spaced = spaced;
    }

    /** Says something else than what is written, apart from its neighbours. */
    void say(String words, int start, int end) {
        if (words.isBlank()) {
            return;
        }
        if (spaced) {
            space();
        }
        sayJoined(words.strip(), start, end);
        separated = spaced;
    }

    /** Says something instead of what has matched. */
    boolean say(String words, MatchResult match) {
        say(words, match.start(), match.end());
        return true;
    }

    void say(Pronunciation pronunciation) {
        say(pronunciation.spoken(), pronunciation.start(), pronunciation.end());
        if (pronunciation.ipa() != null) {
            sounds.add(new Sounds(said.getLast().spoken(), pronunciation.ipa()));
        }
    }

    /** Says what is written, joined to its neighbours as it is written. */
    void sayJoined(String words, int start, int end) {
        if (words.isBlank()) {
            return;
        }
        if (separated) {
            space();
            separated = false;
        }
        var from = spoken.length();
        spoken.append(words);
        said.add(new Said(new Span(from, spoken.length()), new Span(start, end)));
    }

    /** A pause or an intonation; never at the start, and the first of several wins unless a later ends a sentence. */
    void mark(char mark) {
        separated = false;
        if (said.isEmpty()) {
            return;
        }
        while (Character.isWhitespace(spoken.charAt(spoken.length() - 1))) {
            spoken.setLength(spoken.length() - 1);
        }
        var last = spoken.charAt(spoken.length() - 1);
        if (UCharacter.isLetterOrDigit(last) || !isMark(last)) {
            spoken.append(mark);
        } else if (".!?。！？".indexOf(mark) >= 0 && ",;:、，".indexOf(last) >= 0) {
            spoken.setCharAt(spoken.length() - 1, mark);
        }
        separated = !isWide(mark);
    }

    void space() {
        separated = false;
        if (!spoken.isEmpty() && !Character.isWhitespace(spoken.charAt(spoken.length() - 1))) {
            spoken.append(' ');
        }
    }

    private static boolean isMark(char c) {
        return ",;:.!?、，。！？；：،؛؟।".indexOf(c) >= 0;
    }

    private static boolean isWide(char c) {
        return c >= 0x3000 && c != '।';
    }

    /** Candidates that nothing is said for join the word before them, or the first one after. */
    NormalizedText of(String written, List<Span> candidates) {
        var words = new ArrayList<Span>();
        var waiting = -1;
        for (var candidate : candidates) {
            if (said.stream().anyMatch(s -> overlap(s.written(), candidate))) {
                words.add(waiting < 0 ? candidate : new Span(waiting, candidate.end()));
                waiting = -1;
            } else if (words.isEmpty()) {
                waiting = waiting < 0 ? candidate.start() : waiting;
            } else {
                words.add(new Span(words.removeLast().start(), candidate.end()));
            }
        }
        var pieces = new ArrayList<Piece>();
        for (var one : said) {
            var first = 0;
            while (words.get(first).end() <= one.written().start()) {
                first++;
            }
            var end = first + 1;
            while (end < words.size() && words.get(end).start() < one.written().end()) {
                end++;
            }
            pieces.add(new Piece(one.spoken(), first, end));
        }
        return new NormalizedText(written, words, spoken.toString().strip(), pieces, sounds);
    }

    private static boolean overlap(Span a, Span b) {
        return a.start() < b.end() && b.start() < a.end();
    }
}
