package io.moneyprinter.tts.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.RecordingRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.alignment.Babbler;
import io.moneyprinter.tts.alignment.TestReferences;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.audio.OutsideSound;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

class RecordingsTests {

    private static final List<String> SCRIPT = List.of(
            "Bees dance in the dark to tell their sisters where the flowers are.",
            "They turn, they shake, and they run in small circles.",
            "Why?",
            "Because every step means a distance: one second is about a kilometre.",
            "In 1973, a man was given a prize for reading it.",
            "Nobody had believed him.");

    @TempDir
    private Path work;

    private LocalObjectStore store;
    private Recordings recordings;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
        recordings = recordings();
    }

    private Recordings recordings(SpeechSynthesizer... references) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("ffmpeg", SharedFfmpeg.ffmpeg());
        var sounds = new OutsideSound(beans.getBeanProvider(Ffmpeg.class), store, Decoders.wav());
        var reader = new RecordingReader(sounds, store);
        return new Recordings(
                reader,
                TestReferences.of(store, references),
                store,
                JsonMapper.builder().build());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsEverySentence(long seed) throws IOException {
        var speaker = new Speaker(seed);
        var key = store(speaker.read(SCRIPT));

        var speeches = cut(key, SCRIPT);

        assertThat(speeches).hasSize(SCRIPT.size());
        for (var i = 0; i < SCRIPT.size(); i++) {
            var spoken = speaker.sentences().get(i);
            assertThat(speeches.get(i).duration().toNanos() / 1e9)
                    .as(SCRIPT.get(i))
                    .isCloseTo(spoken.seconds(), within(0.2));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsWordsWhereTheyAreSpoken(long seed) throws IOException {
        var speaker = new Speaker(seed);
        var speeches = cut(store(speaker.read(SCRIPT)), SCRIPT);

        var errors = 0.0;
        var count = 0;
        for (var i = 0; i < SCRIPT.size(); i++) {
            var words = speeches.get(i).words();
            var spoken = speaker.sentences().get(i);
            assertThat(words).hasSize(spoken.words().size());
            for (var w = 0; w < words.size(); w++) {
                var offset = words.get(w).offset().toNanos() / 1e9
                        - words.getFirst().offset().toNanos() / 1e9;
                errors += Math.abs(offset - spoken.words().get(w));
                count++;
                assertThat(words.get(w).source()).isEqualTo(WordTiming.Source.ESTIMATED);
                assertThat(words.get(w).confidence()).isBetween(0.2, 0.7);
            }
        }
        assertThat(errors / count).isLessThan(0.08);
    }

    @Test
    void putsNoWordIntoAPause() throws IOException {
        var speeches = cut(store(new Speaker(5).read(SCRIPT)), SCRIPT);

        for (var speech : speeches) {
            var sound = Decoders.wav().decode(store.file(speech.audio()));
            var regions = Activity.of(sound).regions();
            for (var word : speech.words()) {
                var from = word.offset().toNanos() / 1e7;
                var to = from + word.duration().toNanos() / 1e7;
                var heard = regions.stream()
                        .mapToDouble(region -> Math.max(0, Math.min(to, region.to()) - Math.max(from, region.from())))
                        .sum();
                assertThat(heard).isGreaterThan(0.6 * (to - from));
            }
        }
    }

    @Test
    void cutsWhoNeverPauses() throws IOException {
        var speaker = new Speaker(3).withoutPauses();
        var speeches = cut(store(speaker.read(SCRIPT)), SCRIPT);

        assertThat(speeches).hasSize(SCRIPT.size());
        assertThat(speeches.getFirst().duration().toNanos() / 1e9)
                .isCloseTo(speaker.sentences().getFirst().seconds(), within(1.0));
        assertThat(speeches.getFirst().words().getFirst().confidence()).isLessThan(0.5);
    }

    /** Long rests within sentences, and hardly any between them: how long sentences take says nothing. */
    @Test
    void hearsTheWordsWhereThePausesMislead() throws IOException {
        var sentences = List.of(
                "Bees dance in the dark to tell their sisters where flowers are.",
                "Nobody had believed him.",
                "They turn and shake and run in small circles on a comb.",
                "Why would they do that?",
                "Every step of it means a distance from home.");
        var speaker = Babbler.stranger("en-GB", 120, 0.92, 1.1);
        var words = new ArrayList<Duration>();
        var sound = new ArrayList<float[]>();
        var samples = 0;
        for (var sentence : sentences) {
            for (var part : halves(sentence)) {
                var spoken = speaker.speak(part);
                for (var word : spoken.words()) {
                    words.add(word.offset().plus(Pcm.time(samples)));
                }
                sound.add(spoken.sound().samples());
                samples += spoken.sound().samples().length;
                var rest = new float[part.endsWith(".") || part.endsWith("?") ? 0 : 48_000];
                sound.add(rest);
                samples += rest.length;
            }
        }
        recordings = recordings(Babbler.reference("en-US"));

        var speeches = cut(store(joined(sound)), sentences);

        assertThat(speeches).hasSameSizeAs(sentences);
        var first = 0;
        for (var speech : speeches) {
            assertThat(speech.words()).extracting(WordTiming::source).containsOnly(WordTiming.Source.ALIGNED);
            for (var w = 1; w < speech.words().size(); w++) {
                var heard = speech.words()
                        .get(w)
                        .offset()
                        .minus(speech.words().getFirst().offset());
                var said = words.get(first + w).minus(words.get(first));
                assertThat(heard.minus(said).abs().toMillis()).isLessThan(150);
            }
            first += speech.words().size();
        }
    }

    private static List<String> halves(String sentence) {
        var words = List.of(sentence.split(" "));
        var middle = words.size() / 2;
        return List.of(
                String.join(" ", words.subList(0, middle)), String.join(" ", words.subList(middle, words.size())));
    }

    private static Pcm joined(List<float[]> parts) {
        var joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return new Pcm(joined);
    }

    @Test
    void cutsByPausesWhatIsNotHeardAsTheScript() throws IOException {
        recordings = recordings(Babbler.reference("en-US"));

        var speeches = cut(store(new Speaker(1).read(SCRIPT)), SCRIPT);

        assertThat(speeches).hasSize(SCRIPT.size());
        assertThat(speeches.getFirst().words())
                .extracting(WordTiming::source)
                .containsOnly(WordTiming.Source.ESTIMATED);
    }

    @Test
    void cutsOnceForAllWhoAsk() throws Exception {
        var key = store(new Speaker(1).read(SCRIPT));
        var waiting = new ArrayList<Future<List<Speech>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < SCRIPT.size(); i++) {
                waiting.add(threads.submit(() -> cut(key, SCRIPT)));
            }
        }

        var made = 0;
        for (var each : waiting) {
            made += each.get().getFirst().cached() ? 0 : 1;
        }
        assertThat(made).isEqualTo(1);
        store.delete(waiting.getFirst().get().get(2).audio());
        assertThat(cut(key, SCRIPT).get(2).cached()).isFalse();
        try (var left = Files.list(work.resolve("incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refusesWhatCannotBeTheScript() throws IOException {
        var one = store(new Speaker(1).read(SCRIPT.subList(2, 3)));
        var all = store(new Speaker(1).read(SCRIPT));

        assertFails(one, SCRIPT, TtsErrorCode.RECORDING_NOT_THE_SCRIPT, "s of speech (expected:");
        assertFails(all, SCRIPT.subList(0, 1), TtsErrorCode.RECORDING_NOT_THE_SCRIPT, "record the whole script");
        assertFails(store(new Pcm(new float[96_000])), SCRIPT, TtsErrorCode.RECORDING_SILENT, "nothing to hear");
    }

    @Test
    void refusesAFileThatIsNoSound() {
        var key = new ObjectKey("assets/list.mp3");
        store.put(key, "#EXTM3U\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8));

        assertFails(key, SCRIPT, FfmpegErrorCode.MEDIA_UNSUPPORTED, "accepted formats");
    }

    private List<Speech> cut(ObjectKey recording, List<String> sentences) {
        return recordings.cut(new RecordingRequest(UserId.LOCAL, recording, "en", sentences, "key"));
    }

    private ObjectKey store(Pcm sound) throws IOException {
        var file = store.newFile("wav");
        sound.write(file);
        var key = new ObjectKey("assets/%08x.wav".formatted(Arrays.hashCode(sound.samples())));
        store.put(key, file);
        return key;
    }

    private void assertFails(ObjectKey recording, List<String> sentences, ErrorCode code, String detail) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> cut(recording, sentences))
                .withMessageContaining(detail)
                .extracting(CodedException::code)
                .isEqualTo(code);
    }
}
