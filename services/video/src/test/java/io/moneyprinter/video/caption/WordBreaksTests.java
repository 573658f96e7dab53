package io.moneyprinter.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordBreaksTests {

    @Test
    void keepsPunctuationAndHyphensWithTheirWord() {
        assertThat(words("en", "Well-known bees, they \"dance\" – don't they?"))
                .containsExactly("Well-known", "bees,", "they", "\"dance\"", "don't", "they?");
    }

    @Test
    void cutsScriptsWithoutSpacesByTheirDictionary() {
        assertThat(words("th", "ผึ้งทุกตัวกลับบ้าน")).hasSizeGreaterThan(2).contains("ผึ้ง");
        assertThat(words("zh", "今天天气很好，我们去公园。")).contains("很好，", "公园。").hasSizeLessThan(10);
    }

    @Test
    void showsWhatCannotBeSaid() {
        assertThat(words("en", " 🐝🐝 ")).containsExactly("🐝🐝");
        assertThat(words("en", "  ")).isEmpty();
    }

    private static List<String> words(String language, String text) {
        return WordBreaks.of(text, language).stream().map(word -> word.in(text)).toList();
    }
}
