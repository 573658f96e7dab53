package io.moneyprinter.video.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.contracts.video.CaptionSettings.Mode;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Cue;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.video.plan.Utterance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CueBuilderTests {

    private static final FrameRate RATE = FrameRate.of(30);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void showsEveryWordOnceAndInOrder() {
        var track = track(
                spoken("Every bee that comes home dances, and the dance is a map; it costs $4.50 🐝 per kilo!", 0),
                spoken("Nobody taught them how.", 9_000));

        var words = new ArrayList<String>();
        for (var cue : track.cues()) {
            for (var word : cue.words()) {
                words.add(cue.text().substring(word.start(), word.end()));
            }
        }

        assertThat(words)
                .containsExactly(("Every bee that comes home dances, and the dance is a map; it costs $4.50 per kilo!"
                                + " Nobody taught them how.")
                        .split(" "));
        assertThat(String.join(" ", track.cues().stream().map(Cue::text).toList()))
                .contains("$4.50 🐝");
    }

    @Test
    void keepsCuesShortAndInsideTheirSentence() {
        var track = track(
                spoken("One two three four five six seven eight nine ten eleven twelve thirteen", 0),
                spoken("A.", 6_000));

        assertThat(track.cues())
                .allSatisfy(cue -> assertThat(cue.words().size()).isBetween(1, 7));
        assertThat(track.cues().getLast().text()).isEqualTo("A.");
        assertThat(track.cues()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\n", "\t \r\n", "\0", "\u0007\u001b", "\u00a0\u3000", "\ufeff\u200d\u202e", "\u2028"})
    void showsNothingWhereThereIsNothingToSee(String text) {
        var whole = new WordTiming(0, text.length(), Duration.ZERO, SECOND, WordTiming.Source.ENGINE, 1);
        var nothing = new Utterance(text, Duration.ZERO, SECOND, List.of(whole), null);

        var track = track(nothing, spoken("Bees dance", 2_000));

        assertThat(track.cues()).extracting(Cue::text).containsExactly("Bees dance");
    }

    @Test
    void marksWordsWithoutTheSpaceAndTheLineEndsAroundThem() {
        var text = "\n Bees\tdance\r\n \u0007";
        var words = List.of(word(0, 7, 0, 300), word(7, 15, 300, 300), word(15, 16, 600, 300));

        var cue = track(new Utterance(text, Duration.ZERO, SECOND, words, null))
                .cues()
                .getFirst();

        assertThat(cue.text()).isEqualTo("Bees dance");
        assertThat(cue.words()).extracting(Cue.Word::start, Cue.Word::end).containsExactly(tuple(0, 4), tuple(5, 10));
    }

    @Test
    void breaksAtPunctuationRatherThanInsideAPhrase() {
        var track = track(spoken("When a bee comes home, the whole hive watches", 0));

        assertThat(track.cues().getFirst().text()).isEqualTo("When a bee comes home,");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void doesNotRunThroughAPauseHoweverShort(Mode mode) {
        var sentence = paused("They dance for the others", 300);

        var cues = CueBuilder.build("en", passages(List.of(sentence)), RATE, mode, 80)
                .cues();

        var next = cues.stream()
                .filter(cue -> cue.text().startsWith("for"))
                .findFirst()
                .orElseThrow();
        assertThat(next.range().start()).isEqualTo(RATE.nearest(Duration.ofMillis(1_183)));
        assertThat(cues.subList(0, cues.indexOf(next)))
                .last()
                .satisfies(cue -> assertThat(cue.text()).endsWith("dance"))
                .satisfies(cue -> assertThat(cue.range().endExclusive())
                        .isEqualTo(next.range().start()));
        assertThat(CueBuilder.build(
                                "en",
                                passages(List.of(new Utterance(
                                        sentence.text(), sentence.start(), sentence.length(), sentence.words(), null))),
                                RATE,
                                Mode.SENTENCE,
                                80)
                        .cues())
                .extracting(Cue::text)
                .containsExactly("They dance for the others");
    }

    @Test
    void goesAMomentAfterTheLastWordBeforeALongPause() {
        var cues = CueBuilder.build(
                        "en", passages(List.of(paused("They dance for the others", 900))), RATE, Mode.SENTENCE, 80)
                .cues();

        assertThat(cues).extracting(Cue::text).containsExactly("They dance", "for the others");
        assertThat(cues.getFirst().range().endExclusive()).isEqualTo(RATE.nearest(Duration.ofMillis(731 + 152 + 300)));
    }

    @Test
    void breaksAnEditedCaptionWhereItsAuthorPauses() {
        var spoken = paused("They dance for the others", 300);
        var edited = new Utterance(
                spoken.text(),
                spoken.start(),
                spoken.length(),
                spoken.words(),
                "Bees that dance a lot for the others",
                spoken.pauses());

        assertThat(CueBuilder.build("en", passages(List.of(edited)), RATE, Mode.SENTENCE, 80)
                        .cues())
                .extracting(Cue::text)
                .containsExactly("Bees that dance a lot", "for the others");
    }

    @Test
    void startsEveryWordWithinSixtyMillisecondsOfTheSpeech() {
        var sentences = List.of(
                spoken("Every bee that comes home dances and the dance is a map", 137),
                spoken("Nobody ever taught them how to read it", 5_311));

        var track = CueBuilder.build("en", passages(sentences), RATE, Mode.PHRASE, 26);

        var starts = track.cues().stream()
                .flatMap(cue -> cue.words().stream())
                .map(word -> word.range().start().toDuration())
                .iterator();
        for (var sentence : sentences) {
            for (var word : sentence.words()) {
                assertThat(starts.next()
                                .minus(sentence.start().plus(word.offset()))
                                .abs())
                        .isLessThanOrEqualTo(Duration.ofMillis(60));
            }
        }
        assertThat(starts.hasNext()).isFalse();
    }

    @Test
    void staysUntilTheNextCueOrAMomentAfterTheLastWord() {
        var track = track(spoken("Every bee that comes home dances and the dance is a map", 0), spoken("Yes.", 20_000));

        for (var i = 0; i + 2 < track.cues().size(); i++) {
            assertThat(track.cues().get(i).range().endExclusive())
                    .isEqualTo(track.cues().get(i + 1).range().start());
        }
        var last = track.cues().get(track.cues().size() - 2);
        assertThat(last.range().endExclusive().value()
                        - last.words().getLast().range().endExclusive().value())
                .isBetween(8L, 9L);
    }

    @Test
    void countsChineseLettersAsTwoColumns() {
        assertThat(CueBuilder.columns("深海abc🐝")).isEqualTo(9);
        assertThat(CueBuilder.columns("é́")).isEqualTo(1);
    }

    @Test
    void cutsChineseWithoutSpaces() {
        var text = "今天我们来看看深海的三个惊人事实，你一定没有听说过。";
        var words = new ArrayList<WordTiming>();
        for (var i = 0; i < text.length(); i += 2) {
            words.add(word(i, Math.min(text.length(), i + 2), i * 150L, 300));
        }

        var track = track(new Utterance(text, Duration.ZERO, Duration.ofSeconds(9), words, null));

        assertThat(track.cues()).hasSizeBetween(2, 4);
        assertThat(String.join("", track.cues().stream().map(Cue::text).toList()))
                .isEqualTo(text);
    }

    private static CaptionTrack track(Utterance... sentences) {
        return CueBuilder.build("en", passages(List.of(sentences)), RATE, Mode.PHRASE, 26);
    }

    private static List<Passage> passages(List<Utterance> sentences) {
        return sentences.stream().map(sentence -> Passage.of(sentence, "en")).toList();
    }

    /** Words of 80 ms per letter, one after another; emoji are not spoken. */
    static Utterance spoken(String text, long startMillis) {
        var words = new ArrayList<WordTiming>();
        var at = 11L;
        var from = 0;
        for (var word : text.split(" ")) {
            if (Character.isLetterOrDigit(word.codePointAt(0)) || word.startsWith("$")) {
                var length = 80L * word.length();
                words.add(word(from, from + word.length(), at, length));
                at += length;
            }
            from += word.length() + 1;
        }
        return new Utterance(text, Duration.ofMillis(startMillis), Duration.ofMillis(at + 200), words, null);
    }

    /** With a pause before the word "for". */
    private static Utterance paused(String text, long millis) {
        var pause = text.indexOf("for");
        var spoken = spoken(text, 152);
        var words = spoken.words().stream()
                .map(word -> word.start() < pause
                        ? word
                        : word(
                                word.start(),
                                word.end(),
                                word.offset().toMillis() + millis,
                                word.duration().toMillis()))
                .toList();
        return new Utterance(text, spoken.start(), spoken.length().plusMillis(millis), words, null, List.of(pause));
    }

    private static WordTiming word(int start, int end, long offset, long duration) {
        return new WordTiming(
                start, end, Duration.ofMillis(offset), Duration.ofMillis(duration), WordTiming.Source.ENGINE, 0.9);
    }
}
