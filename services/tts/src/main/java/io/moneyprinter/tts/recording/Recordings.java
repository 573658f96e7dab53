package io.moneyprinter.tts.recording;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.tts.RecordingRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Activity.Region;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.audio.Polish;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.normalization.TextNormalizer;
import io.moneyprinter.tts.recording.SentenceCuts.Part;
import io.moneyprinter.tts.timing.SpeakingTime;
import io.moneyprinter.tts.voice.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes of a user's recording what a voice would have made of the script: stored sentences with word times. */
@Component
public class Recordings {

    /** Changes whenever the same recording would be cut differently. */
    private static final String VERSION = "1.%d.%d".formatted(TextNormalizer.VERSION, Polish.VERSION);

    private static final String PROVIDER = "recording";

    /** How many times shorter or longer than its words usually take a script may be spoken. */
    private static final double FARTHEST = 2.5;

    private static final int LEAD = Activity.WINDOW * 4;
    private static final int TAIL = Activity.WINDOW * 8;

    private final RecordingReader reader;
    private final ObjectStore store;
    private final JsonMapper json;
    private final TextNormalizer normalizer = new TextNormalizer();
    private final ConcurrentMap<String, Object> locks = new ConcurrentHashMap<>();

    Recordings(RecordingReader reader, ObjectStore store, JsonMapper json) {
        this.reader = reader;
        this.store = store;
        this.json = json;
    }

    /** What is written beside the sentences; its own shape, so that the contract may change without losing objects. */
    private record Stored(List<StoredSentence> sentences) {}

    private record StoredSentence(long samples, List<StoredWord> words) {}

    private record StoredWord(int start, int end, long offsetNanos, long durationNanos, double confidence) {}

    /**
     * One speech per sentence, in order.
     *
     * @throws CodedException {@code RECORDING_SILENT}, {@code RECORDING_NOT_THE_SCRIPT}, {@code RECORDING_TOO_LONG}, or
     *     what is wrong with the file
     */
    public List<Speech> cut(RecordingRequest request) {
        var digest = Digests.of(PROVIDER, VERSION, request.recording(), request.language(), request.sentences());
        // All sentences of a video are asked for at the same time, each by the step that wants one of them.
        var lock = locks.computeIfAbsent(digest, key -> new Object());
        try {
            synchronized (lock) {
                var stored = stored(digest, request.sentences().size());
                return stored == null ? make(request, digest) : speeches(digest, stored, true);
            }
        } finally {
            locks.remove(digest, lock);
        }
    }

    private List<Speech> make(RecordingRequest request, String digest) {
        var scripts = Set.copyOf(Scripts.of(request.language()));
        var texts = request.sentences().stream()
                .map(sentence -> normalizer.normalize(sentence, request.language(), scripts))
                .toList();
        var recording = reader.read(request.recording());
        var activity = Activity.of(recording);
        var parts = parts(activity, texts);
        var sentences = new ArrayList<StoredSentence>();
        for (var i = 0; i < parts.size(); i++) {
            sentences.add(keep(recording, activity, parts.get(i), texts.get(i), audioKey(digest, i)));
        }
        // Stored last: where the words are, all the sound is.
        var stored = new Stored(sentences);
        store.put(wordsKey(digest), json.writeValueAsBytes(stored));
        return speeches(digest, stored, false);
    }

    private static List<Part> parts(Activity activity, List<NormalizedText> texts) {
        if (activity.regions().isEmpty()) {
            throw new CodedException(
                    TtsErrorCode.RECORDING_SILENT, "recording: nothing to hear (expected: the whole script, spoken)");
        }
        // Even a sentence without words, such as one of emoji, has a place.
        var seconds = texts.stream()
                .mapToDouble(text -> Math.max(0.1, SpeakingTime.of(text)))
                .toArray();
        var expected = Arrays.stream(seconds).sum();
        var spoken = activity.regions().stream().mapToInt(Region::length).sum() / 100.0;
        if (spoken > FARTHEST * expected || spoken < expected / FARTHEST) {
            throw notTheScript("recording: %.1f s of speech (expected: %.1f to %.1f s for these %d sentences)"
                    .formatted(spoken, expected / FARTHEST, expected * FARTHEST, texts.size()));
        }
        var parts = SentenceCuts.find(activity, seconds);
        if (parts == null) {
            throw notTheScript("recording: cannot be cut into %d sentences (expected: all of them, in order)"
                    .formatted(texts.size()));
        }
        return parts;
    }

    private static CodedException notTheScript(String found) {
        return new CodedException(
                TtsErrorCode.RECORDING_NOT_THE_SCRIPT,
                found + "; record the whole script, or give what is said as script");
    }

    private StoredSentence keep(Pcm recording, Activity activity, Part part, NormalizedText text, ObjectKey key) {
        var from = part.from() * Activity.WINDOW - Math.min(LEAD, part.before() * Activity.WINDOW);
        var to = part.to() * Activity.WINDOW + Math.min(TAIL, part.after() * Activity.WINDOW);
        var polish = Polish.of(recording.range(from, to), 0);
        if (polish.pcm().samples().length == 0) {
            throw notTheScript("recording: nothing to hear where '%s' should be".formatted(text.written()));
        }
        var wav = store.newFile("wav");
        try {
            polish.pcm().write(wav);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + wav, e);
        }
        store.put(key, wav);
        var start = from + polish.head();
        return new StoredSentence(
                polish.pcm().samples().length,
                words(activity, part, text, start, polish.pcm().samples().length));
    }

    private static List<StoredWord> words(Activity activity, Part part, NormalizedText text, int start, int length) {
        var speech = activity.regions().stream()
                .filter(region -> region.to() > part.from() && region.from() < part.to())
                .map(region -> new Region(Math.max(region.from(), part.from()), Math.min(region.to(), part.to())))
                .toList();
        var words = new ArrayList<StoredWord>();
        var times = text.isSilent() ? List.<WordCuts.Time>of() : WordCuts.find(text, speech);
        for (var i = 0; i < times.size(); i++) {
            var span = text.words().get(i);
            var from = Math.clamp(Math.round(times.get(i).from() * Activity.WINDOW) - start, 0, length);
            var to = Math.clamp(Math.round(times.get(i).to() * Activity.WINDOW) - start, from, length);
            var offset = Pcm.time(from);
            words.add(new StoredWord(
                    span.start(),
                    span.end(),
                    offset.toNanos(),
                    Pcm.time(to).minus(offset).toNanos(),
                    part.confidence()));
        }
        return words;
    }

    private @Nullable Stored stored(String digest, int sentences) {
        if (!store.exists(wordsKey(digest))) {
            return null;
        }
        for (var i = 0; i < sentences; i++) {
            if (!store.exists(audioKey(digest, i))) {
                return null;
            }
        }
        return json.readValue(store.file(wordsKey(digest)).toFile(), Stored.class);
    }

    private static List<Speech> speeches(String digest, Stored stored, boolean cached) {
        var speeches = new ArrayList<Speech>();
        for (var sentence : stored.sentences()) {
            speeches.add(new Speech(
                    audioKey(digest, speeches.size()),
                    Pcm.SAMPLE_RATE,
                    sentence.samples(),
                    sentence.words().stream().map(Recordings::timing).toList(),
                    PROVIDER,
                    PROVIDER,
                    cached));
        }
        return List.copyOf(speeches);
    }

    private static WordTiming timing(StoredWord word) {
        return new WordTiming(
                word.start(),
                word.end(),
                Duration.ofNanos(word.offsetNanos()),
                Duration.ofNanos(word.durationNanos()),
                WordTiming.Source.ESTIMATED,
                word.confidence());
    }

    private static ObjectKey audioKey(String digest, int index) {
        return new ObjectKey("speech/%s.wav".formatted(Digests.of(digest, index)));
    }

    private static ObjectKey wordsKey(String digest) {
        return new ObjectKey("speech/%s.json".formatted(digest));
    }
}
