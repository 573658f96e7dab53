package io.moneyprinter.content.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.language.Language;
import io.moneyprinter.language.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceSplitterTests {

    /** Each line of the file: a language and the sentences of one text. */
    @ParameterizedTest
    @MethodSource("texts")
    void endsSentencesWherePeopleDo(String language, List<String> expected) {
        var between = Set.of("zh", "ja").contains(language) ? "" : " ";

        assertThat(splitter(language).sentences(String.join(between, expected))).isEqualTo(expected);
    }

    static Stream<Arguments> texts() throws IOException {
        try (var in = SentenceSplitterTests.class.getResourceAsStream("sentences.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .map(line -> List.of(line.split("\\s*\\|\\s*")))
                            .map(parts -> Arguments.of(parts.getFirst(), parts.subList(1, parts.size())))
                            .toList()
                            .stream();
        }
    }

    @Test
    void readsTheListsOfCldr() {
        assertThat(Abbreviations.of(Language.ENGLISH).mayGoOn("Dept.")).isTrue();
        assertThat(Abbreviations.of(Language.ENGLISH).mayGoOn("aunt.")).isFalse();
    }

    @Test
    void endsSentencesAtLineFeeds() {
        assertThat(splitter("en").sentences("One line\nanother line")).containsExactly("One line", "another line");
    }

    @Test
    void keepsAnEmojiWithTheSentenceBeforeIt() {
        assertThat(splitter("en").sentences("Bees dance! 🐝 They do."))
                .allMatch(SentenceSplitter::speakable)
                .last()
                .isEqualTo("They do.");
        assertThat(String.join(" ", splitter("en").sentences("Bees dance! 🐝 They do.")))
                .contains("🐝");
    }

    @Test
    void findsNothingToSayInPunctuation() {
        assertThat(splitter("en").sentences("... !? — 🐝")).isEmpty();
    }

    @Test
    void cutsALongSentenceAtAClause() {
        var sentence =
                "A forager that has found a good patch of flowers flies home, walks over the comb in a figure of eight,"
                        + " and waggles for as long as the way is far, which is about one second for every kilometre.";

        var clauses = splitter("en").clauses(sentence);

        assertThat(String.join(" ", clauses)).isEqualTo(sentence);
        assertThat(clauses).allSatisfy(SentenceSplitterTests::isShort);
        assertThat(clauses.subList(0, clauses.size() - 1)).allMatch(clause -> clause.endsWith(","));
    }

    @Test
    void cutsALongSentenceWithoutAnyPunctuation() {
        var sentence =
                "one two three four five six seven eight nine ten ".repeat(8).strip();

        var clauses = splitter("en").clauses(sentence);

        assertThat(String.join(" ", clauses)).isEqualTo(sentence);
        assertThat(clauses).allSatisfy(SentenceSplitterTests::isShort);
    }

    @Test
    void cutsALongSentenceWithoutSpaces() {
        var sentence = "蜜蜂飞回蜂巢以后会在巢脾上跳一种特别的舞蹈，舞蹈的方向告诉同伴花的方向，舞蹈的时间告诉同伴花的距离，所以其他蜜蜂能够直接飞到那里。";
        var chinese = new SentenceSplitter(new Language("zh"));

        var clauses = chinese.clauses(sentence);

        assertThat(String.join("", clauses)).isEqualTo(sentence);
        assertThat(clauses).hasSizeGreaterThan(1).allMatch(clause -> Word.count(clause, new Language("zh")) <= 25);
    }

    @Test
    void cutsThaiAtItsSpaces() {
        var sentence = "ผึ้งที่พบดอกไม้จะบินกลับบ้านและบอกตัวอื่นว่าดอกไม้อยู่ที่ไหน "
                .repeat(4)
                .strip();

        assertThat(splitter("th").clauses(sentence))
                .hasSizeGreaterThan(1)
                .allMatch(clause -> clause.startsWith("ผึ้ง") && clause.endsWith("ไหน"));
    }

    private static void isShort(String clause) {
        assertThat(Word.count(clause, Language.ENGLISH)).isBetween(4.0, 25.0);
    }

    private static SentenceSplitter splitter(String language) {
        return new SentenceSplitter(new Language(language));
    }

    @Test
    void staysOutOfShortSentences() {
        assertThat(splitter("en").clauses("Short, sweet, and done.")).isEqualTo(List.of("Short, sweet, and done."));
    }
}
