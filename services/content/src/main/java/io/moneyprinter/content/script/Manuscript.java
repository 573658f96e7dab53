package io.moneyprinter.content.script;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.language.Keywords;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.LanguageDetector;
import io.moneyprinter.language.Word;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text laid out for speaking.
 *
 * @param title the first heading of the highest level, null when there is none
 */
public record Manuscript(@Nullable String title, Language language, List<Part> parts) {

    /** Enough for an hour; a mistake beyond that. */
    private static final int MOST_SENTENCES = 300;

    /** A pause as long within a sentence cuts it: the caption and the picture change with it. */
    private static final Duration CUT = Duration.ofSeconds(1);

    private static final int KEYWORDS = 10;
    private static final int KEYWORDS_OF_A_SENTENCE = 4;

    public Manuscript {
        parts = List.copyOf(parts);
    }

    /** What stands under one heading. */
    record Part(@Nullable String heading, List<List<Line>> paragraphs) {}

    /** One sentence, or a clause of a long one. */
    record Line(SpeechText speech, Duration pauseAfter) {

        String text() {
            return speech.plain();
        }
    }

    /**
     * Lays a text out.
     *
     * @param language null to detect it
     * @param pointer the field that the text came from
     */
    public static Manuscript of(List<Block> blocks, @Nullable Language language, String pointer) {
        var known = language == null ? LanguageDetector.detect(spoken(blocks, pointer)) : language;
        var layout = new Layout(new SentenceSplitter(known), pointer);
        blocks.forEach(layout::add);
        return new Manuscript(layout.title, known, layout.finished());
    }

    /**
     * The same layout in other words.
     *
     * @param sections of which each sentence keeps its rest
     * @param headings one for each section, null for none
     * @param texts one for each sentence
     */
    public static Manuscript like(
            List<Section> sections, List<@Nullable String> headings, List<SpeechText> texts, Language language) {
        var parts = new ArrayList<Part>();
        var next = texts.iterator();
        for (var section : sections) {
            var lines = section.sentences().stream()
                    .map(sentence -> new Line(next.next(), sentence.pauseAfter()))
                    .toList();
            parts.add(new Part(headings.get(parts.size()), List.of(lines)));
        }
        return new Manuscript(null, language, parts);
    }

    /** Everything that is spoken, without marks. */
    private static String spoken(List<Block> blocks, String pointer) {
        var text = new StringBuilder();
        for (var block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph -> text.append(paragraph.text()).append('\n');
                case Block.ListItem item -> text.append(item.text()).append('\n');
                case Block.Heading heading -> text.append('\n');
            }
        }
        return speech(text.toString(), pointer).plain();
    }

    private static SpeechText speech(String text, String pointer) {
        try {
            return SpeechText.parse(text);
        } catch (SpeechText.WrongMark wrong) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, pointer, Objects.requireNonNull(wrong.getMessage()));
        }
    }

    public int sentenceCount() {
        return (int) lines().count();
    }

    /** Of the narration with its pauses, in seconds. */
    public int estimatedDuration() {
        return (int) Math.ceil(lines().mapToDouble(line -> Word.seconds(line.text(), language)
                        + line.pauseAfter().plus(line.speech().silence()).toMillis() / 1e3)
                .sum());
    }

    /** The title that was wanted, the one that the text has, or one made of its first words. */
    public String titleOr(@Nullable String wanted) {
        if (wanted != null && !wanted.isBlank()) {
            return wanted.strip();
        }
        if (title != null) {
            return Headline.title(title);
        }
        var heading = parts.getFirst().heading();
        return Headline.title(
                heading == null
                        ? parts.getFirst().paragraphs().getFirst().getFirst().text()
                        : heading);
    }

    /** In order. */
    public List<SpeechText> sentences() {
        return lines().map(Line::speech).toList();
    }

    /**
     * The finished script.
     *
     * @param wanted keywords to put first
     */
    public GeneratedContent toContent(
            String title, @Nullable String description, List<String> wanted, Map<String, String> metadata) {
        return toContent(title, description, wanted, metadata, List.of());
    }

    /**
     * The finished script.
     *
     * @param wanted keywords to put first
     * @param scenes one for each part, or none
     */
    public GeneratedContent toContent(
            String title,
            @Nullable String description,
            List<String> wanted,
            Map<String, String> metadata,
            List<Scene> scenes) {
        if (!scenes.isEmpty() && scenes.size() != parts.size()) {
            throw new IllegalArgumentException("scenes: %d (expected: %d)".formatted(scenes.size(), parts.size()));
        }
        var spoken = lines().map(Line::text).toList();
        var keywords = Keywords.of(withHeadings(title, spoken), language);
        var subject = keywords.ofText(KEYWORDS);
        var sections = new ArrayList<Section>();
        for (var part : parts) {
            sections.add(new Section(
                    part.heading(),
                    part.paragraphs().stream()
                            .flatMap(List::stream)
                            .map(line -> new Sentence(
                                    line.speech(), line.pauseAfter(), keywords(line.text(), keywords, subject)))
                            .toList(),
                    scenes.isEmpty() ? null : scenes.get(sections.size())));
        }
        var all = new ArrayList<>(wanted);
        all.addAll(subject);
        return new GeneratedContent(
                script(),
                title,
                description == null ? Headline.description(title, spoken, language) : description,
                Headline.keywords(all),
                language.tag(),
                estimatedDuration(),
                sections,
                metadata);
    }

    /** A heading says what its part is about, even if it is not spoken. */
    private List<String> withHeadings(String title, List<String> spoken) {
        var texts = new ArrayList<>(spoken);
        texts.add(title);
        texts.addAll(headings());
        return texts;
    }

    /** A sentence that tells nothing by itself is about what the whole is about. */
    private static List<String> keywords(String sentence, Keywords keywords, List<String> subject) {
        var own = keywords.ofSentence(sentence, KEYWORDS_OF_A_SENTENCE);
        return own.isEmpty() ? subject.subList(0, Math.min(2, subject.size())) : own;
    }

    /** All that is spoken. */
    public String script() {
        return String.join(
                "\n\n",
                parts.stream()
                        .flatMap(part -> part.paragraphs().stream())
                        .map(paragraph -> String.join(
                                language.withoutSpaces() ? "" : " ",
                                paragraph.stream().map(Line::text).toList()))
                        .toList());
    }

    /** Of its parts, as far as they have one. */
    public List<String> headings() {
        return parts.stream().map(Part::heading).filter(Objects::nonNull).toList();
    }

    private Stream<Line> lines() {
        return parts.stream().flatMap(part -> part.paragraphs().stream()).flatMap(List::stream);
    }

    private static final class Layout {

        private final SentenceSplitter splitter;
        private final String pointer;
        private final List<Part> parts = new ArrayList<>();
        private @Nullable String title;
        private @Nullable String heading;
        private List<List<Line>> paragraphs = new ArrayList<>();
        private int count;
        /** Of a pause that stands alone under a heading. */
        private Duration pending = Duration.ZERO;

        Layout(SentenceSplitter splitter, String pointer) {
            this.splitter = splitter;
            this.pointer = pointer;
        }

        void add(Block block) {
            switch (block) {
                case Block.Heading(var level, var marked) -> {
                    var text = speech(marked, pointer).plain();
                    if (level == 1 && title == null) {
                        title = text;
                    } else {
                        restAfterSection();
                        close();
                        heading = text.isEmpty() ? null : text;
                    }
                }
                case Block.Paragraph(var text) -> add(text, Rest.MORE_AFTER_PARAGRAPH);
                case Block.ListItem(var text) -> add(text, Duration.ZERO);
            }
        }

        List<Part> finished() {
            close();
            if (parts.isEmpty()) {
                throw CodedException.ofField(
                        ContentErrorCode.SCRIPT_EMPTY, pointer, "nothing to speak (expected: at least one sentence)");
            }
            return parts;
        }

        private void close() {
            if (!paragraphs.isEmpty()) {
                parts.add(new Part(heading, List.copyOf(paragraphs)));
                paragraphs = new ArrayList<>();
            }
        }

        /** A section that nothing follows needs no longer rest. */
        private void restAfterSection() {
            if (!paragraphs.isEmpty()) {
                before(Rest.MORE_AFTER_SECTION, List.of());
            }
        }

        private void add(String text, Duration more) {
            var speech = speech(text, pointer);
            var lines = new ArrayList<Line>();
            var start = 0;
            for (var mark : speech.marks()) {
                if (mark instanceof SpeechText.Mark.Pause(var at, var length) && length.compareTo(CUT) >= 0) {
                    cut(speech.plain().substring(start, at), lines);
                    start = at;
                }
            }
            cut(speech.plain().substring(start), lines);
            var marked = MarkedLines.of(speech, lines.stream().map(Line::text).toList());
            var paragraph = new ArrayList<Line>();
            for (var i = 0; i < lines.size(); i++) {
                paragraph.add(rested(
                        marked.lines().get(i),
                        lines.get(i).pauseAfter(),
                        marked.after().get(i)));
            }
            before(pending.plus(marked.before()), paragraph);
            if (!paragraph.isEmpty()) {
                lengthen(paragraph, more);
                paragraphs.add(List.copyOf(paragraph));
            }
        }

        private void cut(String text, List<Line> lines) {
            for (var sentence : splitter.sentences(text)) {
                var clauses = splitter.clauses(sentence);
                for (var clause : clauses) {
                    lines.add(new Line(SpeechText.of(clause), Rest.afterClause(clause)));
                }
                lines.add(new Line(lines.removeLast().speech(), Rest.afterSentence(sentence)));
                count += clauses.size();
            }
            if (count > MOST_SENTENCES) {
                throw CodedException.ofField(
                        ContentErrorCode.SCRIPT_TOO_LONG,
                        pointer,
                        "more than %d sentences (expected: at most that many); make several videos of it"
                                .formatted(MOST_SENTENCES));
            }
        }

        /** After a sentence a pause comes on top of the usual rest; within one it is as long as it says. */
        private static Line rested(SpeechText line, Duration rest, Duration pause) {
            if (pause.isZero()) {
                return new Line(line, rest);
            }
            return new Line(line, Rest.endsSentence(line.plain()) ? rest.plus(pause) : pause);
        }

        /** A pause before a paragraph lengthens the rest after the one before; the first one begins with it. */
        private void before(Duration pause, List<Line> paragraph) {
            pending = Duration.ZERO;
            if (pause.isZero()) {
                return;
            }
            if (!paragraphs.isEmpty()) {
                var before = new ArrayList<>(paragraphs.removeLast());
                lengthen(before, pause);
                paragraphs.add(List.copyOf(before));
            } else if (paragraph.isEmpty()) {
                pending = pause;
            } else {
                var first = paragraph.removeFirst();
                var marks = new ArrayList<>(first.speech().marks());
                marks.addFirst(new SpeechText.Mark.Pause(0, pause));
                paragraph.addFirst(new Line(new SpeechText(first.text(), marks), first.pauseAfter()));
            }
        }

        private static void lengthen(List<Line> paragraph, Duration pause) {
            var last = paragraph.removeLast();
            paragraph.add(new Line(last.speech(), last.pauseAfter().plus(pause)));
        }
    }
}
