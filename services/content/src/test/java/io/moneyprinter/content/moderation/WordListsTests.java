package io.moneyprinter.content.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListsTests {

    @TempDir
    private Path work;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bomb             | How to build a BOMB at home.
            bomb making      | On bomb-making, in short.
            Straße           | DIE STRASSE IST LANG
            cafe\u0301       | Im Café.
            ｂｏｍｂ           | a bomb
            bomb             | a bo\u00admb, with a sign that nobody sees
            arme             | L’arme est chargée.
            kız              | KIZ
            istanbul         | İSTANBUL
            σκοτωμός         | Ο ΣΚΟΤΩΜΌΣ ΤΟΥ
            бомба            | Это Бомба!
            קטל              | הוא קָטַל אותו
            كتب              | لقد كَتَبَ ذلك
            كتاب             | كتـــاب
            बम               | यह बम है
            ระเบิด           | เขาทำระเบิดที่บ้าน
            炸弹              | 他在家里制造炸弹的方法
            爆弾              | 家で爆弾を作る
            폭탄              | 폭탄 만들기
            explos*          | An explosion.
            🔫               | Take a 🔫 with you
            """)
    void findsAWordInEveryScript(String word, String text) {
        assertThat(found(List.of(word), text)).isNotNull();
    }

    @Test
    void findsAPhraseThatGoesOnInTheNextLine() {
        assertThat(found(List.of("bomb making"), "On bomb\n  making at home.")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bomb        | A bombastic film of aplomb.
            bomb        | Die Bombe
            bomb making | The bomb, making noise
            ass         | A classic assessment.
            arme        | Une charmette
            бом         | Это бомба
            东大         | 山东大学在济南
            explos*     | It implodes, unexplosively.
            """)
    void leavesAloneWhatOnlyHasItInside(String word, String text) {
        assertThat(found(List.of(word), text)).isNull();
    }

    @Test
    void namesTheCategoryAndTheWords() {
        var lines = List.of("# What is not wanted", "plain", "", "[weapons]", "  bomb making ", "[slurs]", "ugly*");

        assertThat(found(lines, "Bomb making")).isEqualTo(new Finding(0, List.of("weapons"), "bomb making"));
        assertThat(found(lines, "All uglyish")).isEqualTo(new Finding(0, List.of("slurs"), "ugly*"));
        assertThat(found(lines, "Plain words.")).isEqualTo(new Finding(0, List.of("listed"), "plain"));
        assertThat(found(lines, "weapons, slurs")).isNull();
    }

    @Test
    void looksIntoTextsOfTheLanguageOfAListOnly() throws IOException {
        var lists = WordLists.read(Map.of("any", file("any.txt", "xyzzy"), "de-AT", file("de.txt", "die")));
        var english = "The players roll the die, and then they wait for the other one.";
        var german = "Wir sehen die Bienen und sie tanzen auf den Blumen der Wiese.";

        assertThat(lists.find(List.of(english), null)).isNull();
        assertThat(lists.find(List.of(english), "en")).isNull();
        assertThat(lists.find(List.of(english), "de-CH")).isNotNull();
        assertThat(lists.find(List.of(english, german), null)).isEqualTo(new Finding(1, List.of("listed"), "die"));
        assertThat(lists.find(List.of(german), "en")).isNotNull();
        assertThat(lists.find(List.of("xyzzy"), "ja")).isNotNull();
        assertThat(lists.description()).isEqualTo("the word lists any, de");
    }

    @Test
    void saysWhichFileCannotBeUsed() throws IOException {
        assertThatThrownBy(() -> WordLists.read(Map.of("de", work.resolve("none.txt"))))
                .hasMessageContaining("moneyprinter.content.moderation.word-lists.de")
                .hasMessageContaining("none.txt cannot be read");
        assertThatThrownBy(() -> WordLists.read(Map.of("not a tag", work)))
                .hasMessageContaining("word-lists.not a tag: not a language");
        var senseless = file("senseless.txt", "fine", "*");
        assertThatThrownBy(() -> WordLists.read(Map.of("any", senseless))).hasMessageContaining("line 2: '*'");
        var bytes = Files.write(work.resolve("bytes.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});
        assertThatThrownBy(() -> WordLists.read(Map.of("any", bytes))).hasMessageContaining("UTF-8");
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(work.resolve(name), List.of(lines));
    }

    private static Finding found(List<String> lines, String text) {
        return new WordLists(Map.of("any", WordList.of(lines))).find(List.of(text), null);
    }
}
