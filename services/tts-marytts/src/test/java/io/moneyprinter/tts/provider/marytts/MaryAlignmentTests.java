package io.moneyprinter.tts.provider.marytts;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.tts.alignment.Aligner;
import io.moneyprinter.tts.alignment.Alignment.Found;
import io.moneyprinter.tts.alignment.Alignment.Reason;
import io.moneyprinter.tts.alignment.Alignment.Rejected;
import io.moneyprinter.tts.alignment.Reference;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.Utterance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded voice as the reference by which others are timed. */
class MaryAlignmentTests {

    private static final String TEXT = "Every second of the dance means a distance, about one kilometre from the hive.";
    private static final String OTHER = "The deep sea is colder and stranger, and darker than the surface of the moon.";
    private static final MarySpeechSynthesizer MARY =
            new MarySpeechSynthesizer(new MaryProperties(true, 0, Duration.ofSeconds(60)));

    @TempDir
    private Path work;

    @ParameterizedTest
    @CsvSource({"1, 0, 0.87", "1, 0, 1.15", "0.8, 4, 1", "1.3, -4, 1.1"})
    void findsTheWordsOfAnotherSpeaker(double rate, double pitch, double tape) throws Exception {
        var spoken = speak(TEXT, rate, pitch);

        var found = (Found) Aligner.align(speak(TEXT, 1, 0), played(spoken.sound(), tape));

        var errors = new ArrayList<Long>();
        for (var i = 0; i < found.words().size(); i++) {
            var heard = found.words().get(i).offset().toNanos() * tape;
            errors.add(
                    Math.round(Math.abs(heard - spoken.words().get(i).offset().toNanos()) / 1e6));
        }
        errors.sort(null);
        assertThat(errors.get(errors.size() / 2)).isLessThanOrEqualTo(40);
        assertThat(errors.get(errors.size() * 9 / 10)).isLessThanOrEqualTo(100);
        assertThat(found.confidences()).allMatch(confidence -> confidence > 0.5);
    }

    @Test
    void refusesOtherWords() throws Exception {
        assertThat(Aligner.align(speak(TEXT, 1, 0), speak(OTHER, 1, 0).sound()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.OTHER_TEXT));
    }

    private Reference speak(String text, double rate, double pitch) throws Exception {
        var utterance = new Utterance(text, MARY.voices().getFirst(), rate, pitch);
        var audio = MARY.synthesize(utterance, Files.createTempDirectory(work, "spoken"));
        return new Reference(Decoders.wav().decode(audio.file()), audio.words());
    }

    /** As a tape: another pitch, another pace and another throat. */
    private static Pcm played(Pcm sound, double speed) {
        var in = sound.samples();
        var out = new float[(int) (in.length / speed)];
        for (var i = 0; i < out.length; i++) {
            var before = (int) (i * speed);
            var after = Math.min(in.length - 1, before + 1);
            out[i] = (float) (in[before] + (in[after] - in[before]) * (i * speed - before));
        }
        return new Pcm(out);
    }
}
