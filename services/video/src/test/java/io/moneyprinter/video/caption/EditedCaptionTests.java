package io.moneyprinter.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.tts.WordTiming;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditedCaptionTests {

    private static final String SPOKEN = "Every bea that comes home dances";

    @Test
    void givesAFixedWordTheTimeOfTheWrongOne() {
        var words = edited("Every bee that comes home dances!");

        var spoken = CueBuilderTests.spoken(SPOKEN, 0).words();
        assertThat(words).hasSameSizeAs(spoken);
        for (var i = 0; i < words.size(); i++) {
            assertThat(words.get(i).offset()).isEqualTo(spoken.get(i).offset());
            assertThat(words.get(i).duration()).isEqualTo(spoken.get(i).duration());
        }
    }

    @Test
    void makesRoomForAddedWords() {
        var words = edited("Every bea that always and ever comes home dances today");

        var spoken = CueBuilderTests.spoken(SPOKEN, 0).words();
        assertThat(words.get(2).offset()).isEqualTo(spoken.get(2).offset());
        assertThat(words.get(6).offset()).isEqualTo(spoken.get(3).offset());
        assertThat(words.get(8).offset()).isEqualTo(spoken.get(5).offset());
        assertThat(words.get(9).offset()).isGreaterThan(words.get(8).offset());
    }

    @Test
    void keepsTheTimesOfWhatIsLeft() {
        var words = edited("Every bea dances");

        var spoken = CueBuilderTests.spoken(SPOKEN, 0).words();
        assertThat(words.stream().map(WordTiming::offset))
                .containsExactly(
                        spoken.get(0).offset(),
                        spoken.get(1).offset(),
                        spoken.get(5).offset());
    }

    @Test
    void sharesTheTimeWhenEverythingIsDifferent() {
        var words = edited("Something else altogether");

        var spoken = CueBuilderTests.spoken(SPOKEN, 0).words();
        assertThat(words.getFirst().offset()).isEqualTo(spoken.getFirst().offset());
        assertThat(words.get(2).duration()).isGreaterThan(words.get(1).duration());
    }

    @Test
    void timesAnotherScript() {
        assertThat(edited("每只回家的蜜蜂都会跳舞。", "zh")).hasSizeGreaterThan(3);
        assertThat(edited("كل نحلة تعود ترقص", "ar")).hasSize(4);
    }

    @Test
    void timesWordsThatNobodySpeaks() {
        var spoken = CueBuilderTests.spoken("🐝", 0);

        assertThat(EditedCaption.words(spoken, "A bee", "en")).hasSize(2);
    }

    @Test
    void showsNothingForABlankCaption() {
        assertThat(edited(" ")).isEmpty();
    }

    private static List<WordTiming> edited(String caption) {
        return edited(caption, "en");
    }

    /** Whatever the edit, words follow one another and lie inside the sentence. */
    private static List<WordTiming> edited(String caption, String language) {
        var spoken = CueBuilderTests.spoken(SPOKEN, 3_000);

        var words = EditedCaption.words(spoken, caption, language);

        var at = Duration.ZERO;
        for (var word : words) {
            assertThat(word.offset()).isGreaterThanOrEqualTo(at);
            assertThat(word.duration()).isPositive();
            at = word.offset().plus(word.duration());
        }
        assertThat(at).isLessThanOrEqualTo(spoken.length());
        return words;
    }
}
