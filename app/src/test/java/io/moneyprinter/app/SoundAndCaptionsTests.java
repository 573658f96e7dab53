package io.moneyprinter.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.NarrationWords;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound and captions without pictures, and how far captions are from what they caption. */
class SoundAndCaptionsTests {

    /** A pause before every word and no hiss within, so that it can be measured when each is spoken. */
    private static final List<String> SENTENCES =
            List.of("Lemon, melon, onion, river, lion.", "Marlin, violin, lemur, rumour, army.");

    private static final int WORDS = 10;
    /** Shorter than the pause of a comma, and longer than a consonant is silent. */
    private static final double PAUSE = 0.1;

    /** Between hummed words: too short to be taken for a pause. */
    private static final double BREATH = 0.07;

    /** A voice, how the times of its words are known, and how far captions may be off, in milliseconds. */
    private record Source(String voice, String source, double silence, double median, double worst) {}

    /** The stand-in for Edge sends bare MP3, which does not say that its encoder is about 46 ms late. */
    private static final List<Source> SOURCES = List.of(
            new Source("edge", "provider", PAUSE, 60, 80),
            new Source("marytts", "engine", PAUSE, 40, 90),
            new Source("stranger", "aligned", PAUSE, 60, 150),
            new Source("hummer", "estimated", BREATH - 0.01, 1_500, 3_000));

    @TempDir
    static Path home;

    @TempDir
    static Path files;

    static final SpeechStandIn stranger = new SpeechStandIn();
    static final SpeechStandIn hummer = new SpeechStandIn();
    static SpeakingServer server;

    @BeforeAll
    static void start() {
        server = new SpeakingServer(home, """
                moneyprinter.tts.openai.servers.stranger.base-url: %s
                moneyprinter.tts.openai.servers.stranger.voices: somebody
                moneyprinter.tts.openai.servers.hummer.base-url: %s
                moneyprinter.tts.openai.servers.hummer.voices: nobody
                moneyprinter.tts.openai.servers.hummer.price-per-million-characters: 2000
                """.formatted(stranger.url(), hummer.url()));
        stranger.sound(text -> spoken(text).played(0.85).bytes());
        hummer.sound(text -> hummed(text).bytes());
    }

    @AfterAll
    static void stop() {
        server.close();
        stranger.close();
        hummer.close();
    }

    @Test
    void putsCaptionsWhereTheWordsAreHeard() throws Exception {
        var table = new ArrayList<String>();
        var softly = new SoftAssertions();
        for (var source : SOURCES) {
            var id = server.made("""
                    {"script": "%s", "language": "en", "produce": "audio", "voice_settings": {"provider": "%s"},
                     "video_settings": {"captions": {"mode": "word"}, "sound": {"format": "wav"}}}
                    """.formatted(String.join(" ", SENTENCES), source.voice()));

            var heard = Wav.read(fetched(id, "/content", "sound.wav")).onsets(source.silence());
            var offsets = offsets(cues(id), heard);
            table.add(row(source.source(), offsets));
            softly.assertThat(server.client().words(id).words())
                    .as(source.voice())
                    .extracting(NarrationWords.Word::source)
                    .containsOnly(source.source());
            softly.assertThat(median(offsets)).as(source.voice()).isLessThan(source.median());
            softly.assertThat(offsets.getLast()).as(source.voice()).isLessThan(source.worst());
        }
        System.out.println(String.join("\n", table));
        softly.assertAll();
    }

    @Test
    void captionsARecordingWithTheTimesOfItsFile() throws Exception {
        var talk = files.resolve("talk.wav");
        var recording = new Wav(48_000, new double[0])
                .thenSilence(1.3)
                .then(spoken(SENTENCES.get(0)))
                .thenSilence(2.1)
                .then(spoken(SENTENCES.get(1)))
                .thenSilence(0.4)
                .played(0.9);
        Files.write(talk, recording.bytes());
        var asset = server.client().upload(talk).assetId();

        var id = server.made("""
                {"script": "%s", "language": "en", "produce": "captions", "voice_settings": {"provider": "edge"},
                 "video_settings": {"captions": {"mode": "word"}, "sound": {"narration": "%s"}}}
                """.formatted(String.join(" ", SENTENCES), asset));

        var offsets = offsets(cues(id), recording.onsets(PAUSE));
        System.out.println(row("a recording, aligned", offsets));
        assertThat(median(offsets)).isLessThan(60);
        assertThat(offsets.getLast()).isLessThan(150);
        assertThat(Files.readString(fetched(id, "/captions.ass", "captions.ass")))
                .contains("[Events]");
        assertThat(server.client().video(id).links().content()).isNull();
    }

    @Test
    void speaksNothingAgainWhenTheWholeVideoIsWanted() throws Exception {
        var script = """
                {"script": "Bees dance. Wasps watch.", "language": "en", "produce": "%s",
                 "video_settings": {"resolution": "180x320", "fps": 24}}""";
        server.made(script.formatted("audio"));
        var spoken = server.edge().spoken().size();

        var film = server.made(script.formatted("video"));

        assertThat(server.client().video(film).width()).isEqualTo(180);
        assertThat(server.edge().spoken()).hasSize(spoken);
    }

    @Test
    void tellsWhatSpeakingTakesBeforeAndAfter() throws Exception {
        var script = "Moths fly at night. They look for light.";
        var voice = new VoiceSettings("hummer", null, null, null, null, null, null, null);
        var request = new VideoRequest(null, null, script, null, "en", null, null, null, null, voice, null, null)
                .withProduce(Produce.CAPTIONS);

        var before = server.client().estimate(request);
        var id = server.client().create(request, UUID.randomUUID().toString()).videoId();
        assertThat(server.follow(id).status()).isEqualTo(JobStatus.COMPLETED);
        var charge = server.client().video(id).charge();
        var after = server.client().estimate(request);

        assertThat(before.exact()).isTrue();
        assertThat(before.speech().provider()).isEqualTo("hummer");
        assertThat(before.speech().characters()).isEqualTo(39);
        assertThat(before.speech().estimatedCost()).isEqualByComparingTo("0.078");
        assertThat(charge.characters()).isEqualTo(39);
        assertThat(charge.estimatedCost()).isEqualByComparingTo("0.078");
        assertThat(after.speech().characters()).isZero();
        assertThat(after.speech().knownSentences()).isEqualTo(2);
    }

    @Test
    void breaksCaptionsWhereTheirAuthorPauses() throws Exception {
        var id = server.made("""
                {"script": "Bees hum [pause 0.4s] in the dark.", "language": "en", "produce": "captions",
                 "voice_settings": {"provider": "marytts"}}
                """);

        assertThat(Files.readString(fetched(id, "/captions.srt", "paused.srt")).lines())
                .filteredOn(line -> line.matches("\\p{L}.*"))
                .containsExactly("Bees hum", "in the dark.");
    }

    /** What another voice of the house says, which knows its times and does not tell them. */
    private static Wav spoken(String text) {
        var alone = new VoiceSettings("marytts", null, null, null, null, null, List.of(), null);
        var request = new SpeechRequest(UserId.LOCAL, text, "en", alone, "stranger");
        var speech = server.bean(SpeechSynthesis.class).synthesize(request);
        try {
            return Wav.read(server.bean(ObjectStore.class).file(speech.audio()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words that last as long as they like, with hardly a breath between. */
    private static Wav hummed(String text) {
        var sound = new Wav(24_000, new double[0]).thenSilence(0.1);
        var words = text.split(" ").length;
        for (var word = 0; word < words; word++) {
            sound = sound.thenBurst(word % 2 == 0 ? 0.7 : 0.2).thenSilence(BREATH);
        }
        return sound.thenSilence(0.2);
    }

    private static Path fetched(VideoId id, String path, String name) {
        var file = files.resolve(name);
        server.client().download("/api/v1/videos/" + id + path, file);
        return file;
    }

    /** When the cues of both kinds of subtitles begin, in seconds. */
    private static List<Double> cues(VideoId id) throws IOException {
        var srt = cues(Files.readString(fetched(id, "/captions.srt", "captions.srt")));
        assertThat(cues(Files.readString(fetched(id, "/captions.vtt", "captions.vtt"))))
                .isEqualTo(srt);
        return srt;
    }

    private static List<Double> cues(String subtitles) {
        return Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)[.,](\\d{3}) --> ")
                .matcher(subtitles)
                .results()
                .map(time -> Integer.parseInt(time.group(1)) * 3_600
                        + Integer.parseInt(time.group(2)) * 60
                        + Integer.parseInt(time.group(3))
                        + Integer.parseInt(time.group(4)) / 1e3)
                .toList();
    }

    /** In milliseconds, ascending. */
    private static List<Double> offsets(List<Double> cues, List<Double> heard) {
        assertThat(heard).hasSize(WORDS);
        assertThat(cues).hasSize(WORDS);
        return IntStream.range(0, WORDS)
                .mapToObj(word -> Math.abs(cues.get(word) - heard.get(word)) * 1e3)
                .sorted()
                .toList();
    }

    private static double median(List<Double> offsets) {
        return offsets.get(offsets.size() / 2);
    }

    private static String row(String source, List<Double> offsets) {
        return "| %s | %.0f | %.0f | %.0f |"
                .formatted(source, median(offsets), offsets.get(offsets.size() * 9 / 10), offsets.getLast());
    }
}
