package io.moneyprinter.content.script;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.StopWords;
import io.moneyprinter.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Cuts text into sentences, and sentences that are too long for one caption and one shot into clauses. Not for use by
 * several threads at once.
 */
public final class SentenceSplitter {

    /** The most that is said in one breath, in words (or in what takes as long). */
    private static final double LONGEST = 25;

    /** A clause of fewer words is not worth a caption of its own. */
    private static final double SHORTEST = 4;

    private static final Pattern LAST_WORD = Pattern.compile("(?:^|[\\s(\\[\"'“‘«¿¡])(\\S+)$");
    private static final Pattern FIRST_WORD = Pattern.compile("^[^\\p{L}\\p{N}]*([\\p{L}\\p{N}'’]+)");
    private static final Pattern CLOSING_QUOTE = Pattern.compile(".*[!?…]\\h?[\"”’»)]$", Pattern.DOTALL);

    /** Quotation marks that French sets apart by a space are taken for the beginning of a sentence. */
    private static final Pattern CLOSING_APART = Pattern.compile("(?<=[.!?…])\\h(?=[»”])");

    /** What opens is taken for what closes, where no space is before it. */
    private static final Pattern OPENING_CLOSE = Pattern.compile("(?<=[。！？])[「『（《“]");

    /** A number begins a sentence as well as a capital does; after few letters it belongs to an abbreviation. */
    private static final Pattern NUMBER_AHEAD = Pattern.compile("(?<=\\p{L}{4}\\.\\s)\\p{Nd}");

    /** Japanese goes on after what somebody said. */
    private static final Pattern QUOTED = Pattern.compile(".*[。！？][」』]$", Pattern.DOTALL);

    private static final Pattern AFTER_QUOTE = Pattern.compile("^(?:と|って).*", Pattern.DOTALL);
    private static final Pattern EMOJI_AHEAD = Pattern.compile(
            "^((?:[\\p{IsExtended_Pictographic}\\p{IsEmoji_Modifier}\\x{200d}\\x{fe0f}\\x{1f1e6}-\\x{1f1ff}]+\\s*)+)(.*)",
            Pattern.DOTALL);

    private static final Pattern INITIAL = Pattern.compile("(?:^|.*\\s)(\\S+)\\s+\\p{Lu}\\.$", Pattern.DOTALL);
    private static final Pattern LONE_INITIAL = Pattern.compile("(?:\\p{Lu}\\.\\s?)+");

    /** Where a clause may end, strongest first. */
    private static final List<Pattern> CLAUSE_ENDS = List.of(
            Pattern.compile("[;:؛；：](?=\\s|\\p{IsHan}|[\\p{IsHiragana}\\p{IsKatakana}])\\s*|\\s[–—]\\s|—"),
            Pattern.compile("[,،](?=\\s)\\s*|[，、]"),
            Pattern.compile(
                    "\\s(?=(?:and|but|or|because|which|who|where|when|while|that|so|although|und|oder|aber|weil|dass|"
                            + "et|mais|ou|parce|qui|y|pero|porque|que|e|ma|perché|che|mas|en|maar|omdat|и|но|или|что|который|و|ولكن|لأن)\\s)"),
            Pattern.compile("(?<=[\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}])\\s+"));

    private final Language language;
    private final BreakIterator sentences;
    private final Abbreviations abbreviations;

    public SentenceSplitter(Language language) {
        this.language = language;
        sentences = BreakIterator.getSentenceInstance(language.locale());
        abbreviations = Abbreviations.of(language);
    }

    /** The sentences of a text, whole. Line feeds end sentences. */
    public List<String> sentences(String text) {
        var found = new ArrayList<String>();
        for (var line : text.split("\n")) {
            split(line.replaceAll("\\s+", " ").strip(), found);
        }
        return List.copyOf(found);
    }

    /** A sentence as one or more clauses, none too long; together they are the sentence. */
    public List<String> clauses(String sentence) {
        if (Word.count(sentence, language) <= LONGEST) {
            return List.of(sentence);
        }
        var cut = bestCut(sentence);
        if (cut <= 0) {
            return List.of(sentence);
        }
        var clauses = new ArrayList<>(clauses(sentence.substring(0, cut).strip()));
        clauses.addAll(clauses(sentence.substring(cut).strip()));
        return List.copyOf(clauses);
    }

    /** Whether there is anything to say in it. */
    static boolean speakable(String text) {
        return text.codePoints().anyMatch(UCharacter::isLetterOrDigit);
    }

    private void split(String line, List<String> found) {
        if (line.isEmpty()) {
            return;
        }
        // Other characters in the place of those that mislead ICU.
        sentences.setText(masked(line));
        var pending = "";
        var first = found.size();
        var start = sentences.first();
        for (var end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            pending += line.substring(start, end);
            if (goesOn(pending.strip(), line.substring(end))) {
                continue;
            }
            if (found.size() > first) {
                // A writer's emoji belongs to what was said before it.
                var emoji = EMOJI_AHEAD.matcher(pending);
                if (emoji.matches()) {
                    found.set(
                            found.size() - 1,
                            found.getLast() + " " + emoji.group(1).strip());
                    pending = emoji.group(2);
                }
            }
            var piece = pending.strip();
            if (speakable(piece)) {
                found.add(piece);
                pending = "";
            } else if (found.size() > first && !piece.isEmpty()) {
                found.set(found.size() - 1, found.getLast() + " " + piece);
                pending = "";
            }
        }
    }

    private static String masked(String line) {
        var closed = CLOSING_APART.matcher(line).replaceAll("»");
        var opened = OPENING_CLOSE.matcher(closed).replaceAll("a");
        return NUMBER_AHEAD.matcher(opened).replaceAll("A");
    }

    /** Whether a sentence goes on where the rules for any language end it. */
    private boolean goesOn(String piece, String rest) {
        if (QUOTED.matcher(piece).matches() && AFTER_QUOTE.matcher(rest).matches()) {
            return true;
        }
        var next = FIRST_WORD.matcher(rest);
        if (!next.find()) {
            return false;
        }
        if (CLOSING_QUOTE.matcher(piece).matches() && UCharacter.isLowerCase(rest.codePointAt(0))) {
            return true;
        }
        var last = LAST_WORD.matcher(piece);
        if (!piece.endsWith(".") || !last.find()) {
            return false;
        }
        var word = last.group(1);
        if (abbreviations.goesOn(word) || endsInInitial(piece)) {
            return true;
        }
        if (abbreviations.goesOnBeforeNumbers(word)
                && UCharacter.isDigit(next.group(1).codePointAt(0))) {
            return true;
        }
        return abbreviations.mayGoOn(word)
                && !StopWords.of(language).contains(UCharacter.toLowerCase(language.locale(), next.group(1)));
    }

    /** "Karl F." is the beginning of a name; "vitamin C." may well end a sentence. */
    private static boolean endsInInitial(String piece) {
        if (LONE_INITIAL.matcher(piece).matches()) {
            return true;
        }
        var initial = INITIAL.matcher(piece);
        return initial.matches() && UCharacter.isUpperCase(initial.group(1).codePointAt(0));
    }

    /** After the strongest clause end that leaves enough on both sides, the nearest to the middle; 0 for nowhere. */
    private int bestCut(String sentence) {
        for (var ends : CLAUSE_ENDS) {
            var cut = nearestToMiddle(
                    sentence,
                    ends.matcher(sentence).results().map(MatchResult::end).toList());
            if (cut > 0) {
                return cut;
            }
        }
        return nearestToMiddle(
                sentence, Word.of(sentence, language).stream().map(Word::start).toList());
    }

    private int nearestToMiddle(String sentence, List<Integer> cuts) {
        var all = Word.count(sentence, language);
        var best = 0;
        var bestDistance = Double.MAX_VALUE;
        for (int cut : cuts) {
            var before = Word.count(sentence.substring(0, cut), language);
            var distance = Math.abs(before - all / 2);
            if (before >= SHORTEST && all - before >= SHORTEST && distance < bestDistance) {
                best = cut;
                bestDistance = distance;
            }
        }
        return best;
    }
}
