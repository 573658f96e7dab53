package io.moneyprinter.tts.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.tts.alignment.Alignment.Found;
import io.moneyprinter.tts.alignment.Alignment.Reason;
import io.moneyprinter.tts.alignment.Alignment.Rejected;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.SpokenWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignerTests {

    private static final String TEXT = "Bees dance in the dark, to tell their sisters where the flowers are.";
    private static final String OTHER = "Nobody knew why a small boat should come back without any of its crew.";

    private final Reference reference = Babbler.reference("en-US").speak(TEXT);

    @ParameterizedTest
    @CsvSource({"180, 1, 1", "110, 0.88, 1", "230, 1.12, 1", "110, 0.9, 0.8", "210, 1.1, 1.3"})
    void findsTheWordsOfAnotherSpeaker(double pitch, double throat, double pace) {
        var spoken = Babbler.stranger("en-US", pitch, throat, pace).speak(TEXT);

        var found = (Found) Aligner.align(reference, spoken.sound());

        assertThat(found.words()).extracting(SpokenWord::text).containsExactly(TEXT.split(" "));
        assertThat(median(errors(found.words(), spoken.words()))).isLessThanOrEqualTo(40);
        assertThat(ninetieth(errors(found.words(), spoken.words()))).isLessThanOrEqualTo(100);
        assertThat(found.confidences()).hasSameSizeAs(found.words()).allMatch(each -> each > 0.3 && each < 1);
    }

    @Test
    void findsTheWordsInNoise() {
        var spoken = Babbler.stranger("en-US", 110, 0.9, 1).speak(TEXT);
        var random = new Random(7);
        var noisy = spoken.sound().samples().clone();
        for (var i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (0.01 * random.nextGaussian());
        }

        var found = (Found) Aligner.align(reference, new Pcm(noisy));

        assertThat(median(errors(found.words(), spoken.words()))).isLessThanOrEqualTo(40);
    }

    @Test
    void findsTheWordsAroundRestsThatTheReferenceDoesNotMake() {
        var spoken = Babbler.stranger("en-US", 120, 0.95, 1).speak(TEXT.replaceAll(",? ", ", "));

        var found = (Found) Aligner.align(reference, spoken.sound());

        assertThat(median(errors(found.words(), spoken.words()))).isLessThanOrEqualTo(40);
        for (var i = 1; i < found.words().size(); i++) {
            var gap = found.words()
                    .get(i)
                    .offset()
                    .minus(Babbler.end(found.words().get(i - 1)));
            assertThat(gap).as("rest before %s", found.words().get(i).text()).isGreaterThan(Duration.ofMillis(100));
        }
    }

    @Test
    void keepsTheWordsInOrder() {
        var spoken = Babbler.stranger("en-US", 140, 0.9, 1.2).speak(TEXT);

        var found = (Found) Aligner.align(reference, spoken.sound());

        var end = Duration.ZERO;
        for (var word : found.words()) {
            assertThat(word.offset()).isGreaterThanOrEqualTo(end);
            assertThat(word.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
            end = Babbler.end(word);
        }
        assertThat(end).isLessThanOrEqualTo(spoken.sound().duration());
    }

    @Test
    void findsTheSameInTheSame() {
        var found = (Found) Aligner.align(reference, reference.sound());

        assertThat(errors(found.words(), reference.words())).allMatch(error -> error <= 10);
        assertThat(found.likeness()).isGreaterThan(0.9);
        assertThat(found.confidences()).allMatch(each -> each > 0.9);
    }

    @Test
    void refusesOtherWords() {
        assertRejected(Babbler.stranger("en-US", 180, 1, 1).speak(OTHER).sound(), Reason.OTHER_TEXT);
        assertRejected(Babbler.stranger("en-US", 110, 0.9, 1.1).speak(OTHER).sound(), Reason.OTHER_TEXT);
    }

    @Test
    void refusesMusic() {
        var music = new float[reference.sound().samples().length];
        for (var i = 0; i < music.length; i++) {
            var note = 220 * Math.pow(2, (i / 12_000 * 7 % 12) / 12.0);
            music[i] = (float) (0.2 * Math.exp(-(i % 12_000) / 4000.0) * Math.sin(2 * Math.PI * note * i / 48_000));
        }

        assertRejected(new Pcm(music), Reason.OTHER_TEXT);
    }

    @Test
    void refusesSilence() {
        assertRejected(new Pcm(new float[96_000]), Reason.SILENCE);
        assertRejected(new Pcm(new float[0]), Reason.SILENCE);
    }

    @Test
    void refusesWhatIsFarTooShortOrTooLong() {
        var once = reference.sound().samples();
        var four = new float[4 * once.length];
        for (var i = 0; i < four.length; i++) {
            four[i] = once[i % once.length];
        }

        assertRejected(new Pcm(four), Reason.LENGTH);
        assertRejected(reference.sound().range(0, once.length / 4), Reason.LENGTH);
    }

    @Test
    void takesALongTextWhole() {
        var script = List.of(TEXT, OTHER, TEXT.replace("Bees", "Ants"));
        var speaker = Babbler.stranger("en-US", 130, 0.93, 1.1);
        var voice = Babbler.reference("en-US");

        var spoken = Reference.joined(script.stream().map(speaker::speak).toList());
        var joined = Reference.joined(script.stream().map(voice::speak).toList());
        var found = (Found) Aligner.align(joined, spoken.sound());

        assertThat(ninetieth(errors(found.words(), spoken.words()))).isLessThanOrEqualTo(100);
    }

    private void assertRejected(Pcm sound, Reason reason) {
        assertThat(Aligner.align(reference, sound))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }

    private static List<Long> errors(List<SpokenWord> found, List<SpokenWord> truth) {
        var errors = new ArrayList<Long>();
        for (var i = 0; i < truth.size(); i++) {
            errors.add(found.get(i).offset().minus(truth.get(i).offset()).abs().toMillis());
        }
        return errors;
    }

    private static long median(List<Long> errors) {
        return errors.stream().sorted().skip(errors.size() / 2).findFirst().orElseThrow();
    }

    private static long ninetieth(List<Long> errors) {
        return errors.stream()
                .sorted()
                .skip((long) (0.9 * (errors.size() - 1)))
                .findFirst()
                .orElseThrow();
    }
}
