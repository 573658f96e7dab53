package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.tts.SoundLevels;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.audio.Pcm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What has been spoken, in the object store: the audio and its words beside it, named by a digest of the request. */
final class StoredSpeeches {

    private static final String NAMESPACE = "speech";

    private final ObjectStore store;
    private final JsonMapper json;

    StoredSpeeches(ObjectStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /** What is written beside the audio; its own shape, so that the contract may change without losing objects. */
    private record Stored(
            long samples, List<StoredWord> words, @Nullable SoundLevels levels) {

        static Stored of(Pcm pcm, List<WordTiming> words, @Nullable SoundLevels levels) {
            return new Stored(
                    pcm.samples().length, words.stream().map(StoredWord::of).toList(), levels);
        }
    }

    private record StoredWord(
            int start, int end, long offsetNanos, long durationNanos, WordTiming.Source source, double confidence) {

        static StoredWord of(WordTiming word) {
            return new StoredWord(
                    word.start(),
                    word.end(),
                    word.offset().toNanos(),
                    word.duration().toNanos(),
                    word.source(),
                    word.confidence());
        }

        WordTiming timing() {
            return new WordTiming(
                    start, end, Duration.ofNanos(offsetNanos), Duration.ofNanos(durationNanos), source, confidence);
        }
    }

    boolean contains(String digest) {
        return store.exists(words(digest)) && store.exists(audio(digest));
    }

    Optional<Speech> find(String digest, Voice voice) {
        if (!contains(digest)) {
            return Optional.empty();
        }
        var stored = json.readValue(store.file(words(digest)).toFile(), Stored.class);
        return Optional.of(speech(digest, voice, stored, true));
    }

    /** The words are stored last: where they are, the audio is too. */
    Speech keep(String digest, Voice voice, Pcm pcm, List<WordTiming> words, @Nullable SoundLevels levels)
            throws IOException {
        var wav = store.newFile("wav");
        pcm.write(wav);
        store.put(audio(digest), wav);
        var stored = Stored.of(pcm, words, levels);
        store.put(words(digest), json.writeValueAsBytes(stored));
        return speech(digest, voice, stored, false);
    }

    private static Speech speech(String digest, Voice voice, Stored stored, boolean cached) {
        return new Speech(
                        audio(digest),
                        Pcm.SAMPLE_RATE,
                        stored.samples(),
                        stored.words().stream().map(StoredWord::timing).toList(),
                        voice.provider(),
                        voice.id(),
                        cached)
                .measured(stored.levels());
    }

    private static ObjectKey audio(String digest) {
        return new ObjectKey("%s/%s.wav".formatted(NAMESPACE, digest));
    }

    private static ObjectKey words(String digest) {
        return new ObjectKey("%s/%s.json".formatted(NAMESPACE, digest));
    }
}
