package io.moneyprinter.tts.recording;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.tts.Excerpt;
import io.moneyprinter.contracts.tts.RecordingRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.alignment.Aligner;
import io.moneyprinter.tts.alignment.HeardWords;
import io.moneyprinter.tts.alignment.Reference;
import io.moneyprinter.tts.alignment.References;
import io.moneyprinter.tts.audio.Activity;
import io.moneyprinter.tts.audio.Activity.Region;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.audio.Polish;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.normalization.TextNormalizer;
import io.moneyprinter.tts.recording.SentenceCuts.Part;
import io.moneyprinter.tts.timing.SpeakingTime;
import io.moneyprinter.tts.timing.StoredWord;
import io.moneyprinter.tts.timing.WordCuts;
import io.moneyprinter.tts.timing.WordTimes;
import io.moneyprinter.tts.voice.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
    private static final String VERSION =
            "3.%d.%d.%d.%d".formatted(TextNormalizer.VERSION, Polish.VERSION, WordTimes.VERSION, Aligner.VERSION);

    private static final String PROVIDER = "recording";

    /** How many times shorter or longer than its words usually take a script may be spoken. */
    private static final double FARTHEST = 2.5;

    private final RecordingReader reader;
    private final References references;
    private final ObjectStore store;
    private final JsonMapper json;
    private final TextNormalizer normalizer = new TextNormalizer();
    private final ConcurrentMap<String, Object> locks = new ConcurrentHashMap<>();

    Recordings(RecordingReader reader, References references, ObjectStore store, JsonMapper json) {
        this.reader = reader;
        this.references = references;
        this.store = store;
        this.json = json;
    }

    /** What is written beside the sentences; its own shape, so that the contract may change without losing objects. */
    private record Stored(List<StoredSentence> sentences) {}

    /** @param start in samples of the recording */
    private record StoredSentence(long start, long samples, List<StoredWord> words) {}

    /**
     * One excerpt per sentence, in order.
     *
     * @throws CodedException {@code RECORDING_SILENT}, {@code RECORDING_NOT_THE_SCRIPT}, {@code RECORDING_TOO_LONG}, or
     *     what is wrong with the file
     */
    public List<Excerpt> cut(RecordingRequest request) {
        var digest = Digests.of(PROVIDER, VERSION, request.recording(), request.language(), request.sentences());
        // All sentences of a video are asked for at the same time, each by the step that wants one of them.
        var lock = locks.computeIfAbsent(digest, key -> new Object());
        try {
            synchronized (lock) {
                var stored = stored(digest, request.sentences().size());
                return stored == null ? make(request, digest) : excerpts(digest, stored, true);
            }
        } finally {
            locks.remove(digest, lock);
        }
    }

    private List<Excerpt> make(RecordingRequest request, String digest) {
        var scripts = Set.copyOf(Scripts.of(request.language()));
        var texts = request.sentences().stream()
                .map(sentence -> normalizer.normalize(sentence, request.language(), scripts))
                .toList();
        var recording = reader.read(request.recording());
        var activity = Activity.of(recording);
        check(activity, texts);
        var heard = sentences(recording, activity, texts, request.language());
        var sentences = new ArrayList<StoredSentence>();
        for (var i = 0; i < heard.size(); i++) {
            sentences.add(keep(activity, heard.get(i), texts.get(i), audioKey(digest, i)));
        }
        // Stored last: where the words are, all the sound is.
        var stored = new Stored(sentences);
        store.put(wordsKey(digest), json.writeValueAsBytes(stored));
        return excerpts(digest, stored, false);
    }

    private static void check(Activity activity, List<NormalizedText> texts) {
        if (activity.regions().isEmpty()) {
            throw new CodedException(
                    TtsErrorCode.RECORDING_SILENT, "recording: nothing to hear (expected: the whole script, spoken)");
        }
        var expected = Arrays.stream(seconds(texts)).sum();
        var spoken = activity.regions().stream().mapToInt(Region::length).sum() / 100.0;
        if (spoken > FARTHEST * expected || spoken < expected / FARTHEST) {
            throw notTheScript("recording: %.1f s of speech (expected: %.1f to %.1f s for these %d sentences)"
                    .formatted(spoken, expected / FARTHEST, expected * FARTHEST, texts.size()));
        }
    }

    /** Even a sentence without words, such as one of emoji, has a place. */
    private static double[] seconds(List<NormalizedText> texts) {
        return texts.stream()
                .mapToDouble(text -> Math.max(0.1, SpeakingTime.of(text)))
                .toArray();
    }

    /** Cut in pauses by how long sentences take, and by the words that are heard; as it fits the words better. */
    private List<HeardSentence> sentences(
            Pcm recording, Activity activity, List<NormalizedText> texts, String language) {
        var script = new ArrayList<@Nullable Reference>();
        for (var text : texts) {
            script.add(references.speak(text, language));
        }
        var ways = new ArrayList<List<Part>>();
        var byPauses = SentenceCuts.find(activity, seconds(texts));
        if (byPauses != null) {
            ways.add(byPauses);
        }
        var byWords = SoundCuts.find(script, recording, activity);
        if (byWords != null && (byPauses == null || !SoundCuts.isSame(byWords, byPauses))) {
            ways.add(byWords);
        }
        return ways.stream()
                .map(parts -> HeardSentence.of(parts, recording, script))
                .max(Comparator.comparingDouble(HeardSentence::likeness))
                .orElseThrow(() ->
                        notTheScript("recording: cannot be cut into %d sentences (expected: all of them, in order)"
                                .formatted(texts.size())));
    }

    private static CodedException notTheScript(String found) {
        return new CodedException(
                TtsErrorCode.RECORDING_NOT_THE_SCRIPT,
                found + "; record the whole script, or give what is said as script");
    }

    private StoredSentence keep(Activity activity, HeardSentence sentence, NormalizedText text, ObjectKey key) {
        var polish = Polish.of(sentence.sound(), 0);
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
        var words = words(activity, sentence, text, polish).stream()
                .map(StoredWord::of)
                .toList();
        return new StoredSentence(sentence.from() + polish.head(), polish.pcm().samples().length, words);
    }

    private static List<WordTiming> words(
            Activity activity, HeardSentence sentence, NormalizedText text, Polish polish) {
        if (sentence.words() != null) {
            return HeardWords.times(text, sentence.words().later(-polish.head()), polish.pcm());
        }
        var part = sentence.part();
        var speech = activity.regions().stream()
                .filter(region -> region.to() > part.from() && region.from() < part.to())
                .map(region -> new Region(Math.max(region.from(), part.from()), Math.min(region.to(), part.to())))
                .toList();
        return WordCuts.find(
                text, speech, sentence.from() + polish.head(), polish.pcm().samples().length, part.confidence());
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

    private static List<Excerpt> excerpts(String digest, Stored stored, boolean cached) {
        var excerpts = new ArrayList<Excerpt>();
        for (var sentence : stored.sentences()) {
            var speech = new Speech(
                    audioKey(digest, excerpts.size()),
                    Pcm.SAMPLE_RATE,
                    sentence.samples(),
                    sentence.words().stream().map(StoredWord::timing).toList(),
                    PROVIDER,
                    PROVIDER,
                    cached);
            excerpts.add(new Excerpt(speech, Pcm.time(sentence.start())));
        }
        return List.copyOf(excerpts);
    }

    private static ObjectKey audioKey(String digest, int index) {
        return new ObjectKey("speech/%s.wav".formatted(Digests.of(digest, index)));
    }

    private static ObjectKey wordsKey(String digest) {
        return new ObjectKey("speech/%s.json".formatted(digest));
    }
}
