package io.moneyprinter.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.video.CaptionSettings.TextCase;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.TimeRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextCasingTests {

    @Test
    void keepsWordsWhereTheyAreWhenLettersBecomeMore() {
        var cue = cased("de", "Die Straße ist naß.", TextCase.UPPER);

        assertThat(cue.text()).isEqualTo("DIE STRASSE IST NASS.");
        assertThat(words(cue)).containsExactly("DIE", "STRASSE", "IST", "NASS.");
    }

    @Test
    void followsTheLanguage() {
        assertThat(cased("tr", "iyi", TextCase.UPPER).text()).isEqualTo("İYİ");
        assertThat(cased("en", "iyi", TextCase.UPPER).text()).isEqualTo("IYI");
        assertThat(cased("el", "ΟΔΟΣ", TextCase.LOWER).text()).isEqualTo("οδος");
    }

    @Test
    void beginsEveryWordWithACapitalAndLeavesTheOthers() {
        var cue = cased("en", "what NASA didn't say", TextCase.TITLE);

        assertThat(cue.text()).isEqualTo("What NASA Didn't Say");
        assertThat(words(cue)).containsExactly("What", "NASA", "Didn't", "Say");
    }

    @Test
    void changesNothingWhereThereIsNoCase() {
        assertThat(cased("ja", "日本語", TextCase.UPPER).text()).isEqualTo("日本語");
    }

    private static Cue cased(String language, String text, TextCase textCase) {
        var found = WordBreaks.of(text, language);
        var words = new ArrayList<Cue.Word>();
        for (var i = 0; i < found.size(); i++) {
            var range = TimeRange.of(i, 1, FrameRate.of(30));
            words.add(new Cue.Word(range, found.get(i).start(), found.get(i).end()));
        }
        var cue = new Cue(TimeRange.of(0, 20, FrameRate.of(30)), text, words);
        return TextCasing.apply(new CaptionTrack(language, List.of(cue)), textCase)
                .cues()
                .getFirst();
    }

    private static List<String> words(Cue cue) {
        return cue.words().stream()
                .map(word -> cue.text().substring(word.start(), word.end()))
                .toList();
    }
}
