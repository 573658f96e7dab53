package io.moneyprinter.content.prompt;

import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.content.script.SentenceSplitter;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the texts in an answer: no markup, no control characters, nothing longer than allowed, no address that
 * the user has not written himself, and nothing of what we have told the model. Not for use by several threads at once.
 */
public final class AnswerText {

    /** So many words in a row are repeated, not chosen. */
    private static final int REPEATED = 7;

    private static final Pattern CODE = Pattern.compile("[{}]|<[\\w/|!]|\\b\\w+\\(\\s?[\"']");

    /** Marks for whoever speaks a text have no place in one that is only read. */
    private static final Pattern SPEECH_MARK = Pattern.compile("(?i)\\[\\h*+/?\\h*+(?:pause|emphasis)[^\\[\\]]*]");

    private final SentenceSplitter splitter;
    private final Set<String> allowed;
    private final Set<String> told;
    private final String mark;
    private int dropped;

    /** @param own the user's own words; they, and addresses in them, may stand in the answer */
    public AnswerText(Prompt prompt, String own, Language language) {
        this.splitter = new SentenceSplitter(language);
        this.allowed = Addresses.in(own);
        this.told = runs(prompt.instructions());
        told.removeAll(runs(own));
        this.mark = prompt.mark();
    }

    /** A text of somebody else as one that may be answered with. */
    public static String withoutAddresses(String text) {
        return Addresses.without(text, Set.of());
    }

    /** How many sentences and addresses had to go. */
    public int dropped() {
        return dropped;
    }

    /** One line of at most so many characters; empty where nothing is left. */
    public String line(@Nullable String text, int longest) {
        var line = text == null
                ? ""
                : SPEECH_MARK
                        .matcher(Markup.line(Untrusted.printable(text)))
                        .replaceAll("")
                        .strip();
        if (repeats(line) || CODE.matcher(line).find()) {
            dropped++;
            return "";
        }
        var clean = Addresses.in(line).stream().allMatch(allowed::contains) ? line : without(line);
        return Headline.shorten(clean, longest);
    }

    /** Lines of which nothing is empty and none is there twice. */
    public List<String> lines(@Nullable List<@Nullable String> texts, int longest, int most) {
        var lines = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var text : texts == null ? List.<@Nullable String>of() : texts) {
            var line = line(text, longest);
            if (!line.isEmpty() && lines.size() < most && seen.add(line.toLowerCase(Locale.ROOT))) {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    /**
     * What may be spoken, without headings: those within a narration would not be spoken. A sentence that names an address
     * goes as a whole, as it is about nothing else.
     */
    public List<Block> narration(@Nullable String text) {
        var blocks = new ArrayList<Block>();
        for (var block : Markup.read(text == null ? "" : Untrusted.printable(text))) {
            switch (block) {
                case Block.Heading(var level, var heading) -> add(heading, blocks, Block.Paragraph::new);
                case Block.Paragraph(var paragraph) -> add(paragraph, blocks, Block.Paragraph::new);
                case Block.ListItem(var item) -> add(item, blocks, Block.ListItem::new);
            }
        }
        return blocks;
    }

    private void add(String text, List<Block> blocks, Function<String, Block> block) {
        var sentences = splitter.sentences(text);
        var kept = sentences.stream().filter(this::speakable).toList();
        dropped += sentences.size() - kept.size();
        if (!kept.isEmpty()) {
            blocks.add(block.apply(kept.size() == sentences.size() ? text : String.join("\n", kept)));
        }
    }

    private boolean speakable(String sentence) {
        return allowed.containsAll(Addresses.in(sentence))
                && !repeats(sentence)
                && !CODE.matcher(sentence).find();
    }

    private String without(String line) {
        dropped++;
        return Addresses.without(line, allowed);
    }

    private boolean repeats(String text) {
        return text.contains(mark) || runs(text).stream().anyMatch(told::contains);
    }

    private static Set<String> runs(String text) {
        var words = Word.of(text, Language.ENGLISH).stream()
                .map(word -> word.text().toLowerCase(Locale.ROOT))
                .toList();
        var runs = new HashSet<String>();
        for (var from = 0; from + REPEATED <= words.size(); from++) {
            runs.add(String.join(" ", words.subList(from, from + REPEATED)));
        }
        return runs;
    }
}
