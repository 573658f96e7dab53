package io.moneyprinter.video.caption;

import static io.moneyprinter.video.caption.CaptionStyleTests.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.drawing.FontLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where cues and lines may end in scripts that write no spaces. */
class LineRulesTests {

    private static final String MUST_NOT_BEGIN = "、。，．！？：；）」』】〉》ー々っょゃゅぁぃぅぇぉ」ๆฯ!?,.;:)”’";
    private static final String MUST_NOT_END = "（「『【〈《“‘(";

    private final FontLibrary fonts = FontLibrary.open(Path.of("target/home"));

    @TempDir
    Path work;

    @Test
    void keepsJapanesePunctuationWhereItBelongs() {
        var lines = lines("ja", "彼女は言った、「今日はとても暑いですね！」そして、（少し笑って）『ソフトクリーム』を食べました。");

        assertThat(lines).hasSizeGreaterThan(3).allSatisfy(LineRulesTests::followsTheRules);
        assertThat(String.join("", lines)).isEqualTo("彼女は言った、「今日はとても暑いですね！」そして、（少し笑って）『ソフトクリーム』を食べました。");
    }

    @Test
    void breaksThaiBetweenWordsAndBeforeNoMark() {
        var text = "ผึ้งทุกตัวที่กลับบ้านจะเต้นรำ (เพื่อบอกทาง) และไม่มีใครรู้ว่าทำไมเร็วๆ นี้!";

        var lines = lines("th", text);

        assertThat(lines).hasSizeGreaterThan(2).allSatisfy(LineRulesTests::followsTheRules);
        // No line begins with a vowel or tone mark that stands over the letter before it.
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(Character.getType(line.charAt(0))).isNotEqualTo((int) Character.NON_SPACING_MARK));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void keepsChinesePunctuationInEveryMode() {
        var text = "他说：“今天天气很好！”然后（笑着）走了，没有人知道为什么。";
        for (var mode : List.of("word", "phrase", "sentence")) {
            assertThat(lines("zh", text, mode)).allSatisfy(LineRulesTests::followsTheRules);
        }
    }

    private static void followsTheRules(String line) {
        assertThat(MUST_NOT_BEGIN).as(line).doesNotContain(line.substring(0, 1));
        assertThat(MUST_NOT_END).as(line).doesNotContain(line.substring(line.length() - 1));
    }

    private List<String> lines(String language, String text) {
        return lines(language, text, "phrase");
    }

    private List<String> lines(String language, String text, String mode) {
        var captions = new DrawnCaptions(
                work,
                1080,
                1920,
                settings("{'mode': '%s'}".formatted(mode)),
                language,
                CaptionLookTests.spoken(text, language));
        var lines = new ArrayList<String>();
        for (var cue : captions.track.cues()) {
            try (var painter = new CuePainter(fonts, cue, language, captions.style.appearance(), captions.layout)) {
                for (var line : painter.block().lines()) {
                    lines.add(cue.text().substring(line.start(), line.end()));
                }
            }
        }
        return lines;
    }
}
