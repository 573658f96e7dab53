package io.moneyprinter.content.script;

import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.contracts.tts.SpeechText.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines that a text was cut into, each with the marks that lie within it.
 *
 * @param before silence before the first of them
 * @param after silence that is marked behind each of them
 */
record MarkedLines(Duration before, List<SpeechText> lines, List<Duration> after) {

    MarkedLines {
        lines = List.copyOf(lines);
        after = List.copyOf(after);
    }

    /** Where a line is, counted in characters that are no spaces; cutting changes spaces alone. */
    private record Place(String line, int start, int end) {

        int offset(int place) {
            var left = place - start;
            var at = 0;
            while (left > 0 || Character.isWhitespace(line.charAt(at))) {
                if (!Character.isWhitespace(line.charAt(at++))) {
                    left--;
                }
            }
            return at;
        }

        int endOffset(int place) {
            return place == start ? 0 : offset(place - 1) + 1;
        }
    }

    /** @param lines of the text, in order */
    static MarkedLines of(SpeechText text, List<String> lines) {
        var places = places(text.plain(), lines);
        var marks = new ArrayList<List<Mark>>();
        var after = new ArrayList<Duration>();
        for (var i = 0; i < lines.size(); i++) {
            marks.add(new ArrayList<>());
            after.add(Duration.ZERO);
        }
        var before = Duration.ZERO;
        for (var mark : text.marks()) {
            switch (mark) {
                case Mark.Pause(var at, var length) -> {
                    var place = visible(text.plain().substring(0, at)).length();
                    var line = lineBefore(places, place);
                    if (line < 0) {
                        before = before.plus(length);
                    } else if (place < places.get(line).end()) {
                        marks.get(line).add(new Mark.Pause(places.get(line).offset(place), length));
                    } else {
                        after.set(line, after.get(line).plus(length));
                    }
                }
                case Mark.Emphasis(var start, var end) -> {
                    var from = visible(text.plain().substring(0, start)).length();
                    var to = visible(text.plain().substring(0, end)).length();
                    for (var i = 0; i < lines.size(); i++) {
                        var place = places.get(i);
                        var first = Math.max(from, place.start());
                        var last = Math.min(to, place.end());
                        if (first < last) {
                            marks.get(i).add(new Mark.Emphasis(place.offset(first), place.endOffset(last)));
                        }
                    }
                }
            }
        }
        var marked = new ArrayList<SpeechText>();
        for (var i = 0; i < lines.size(); i++) {
            marked.add(new SpeechText(lines.get(i), marks.get(i)));
        }
        return new MarkedLines(before, marked, after);
    }

    private static List<Place> places(String text, List<String> lines) {
        var visible = visible(text);
        var places = new ArrayList<Place>();
        var from = 0;
        for (var line : lines) {
            var letters = visible(line);
            var start = Math.max(from, visible.indexOf(letters, from));
            from = start + letters.length();
            places.add(new Place(line, start, from));
        }
        return places;
    }

    /** The last line that begins before the place; -1 for none. */
    private static int lineBefore(List<Place> places, int place) {
        var line = places.size() - 1;
        while (line >= 0 && places.get(line).start() >= place) {
            line--;
        }
        return line;
    }

    private static String visible(String text) {
        var visible = new StringBuilder();
        text.chars().filter(letter -> !Character.isWhitespace(letter)).forEach(letter -> visible.append((char) letter));
        return visible.toString();
    }
}
