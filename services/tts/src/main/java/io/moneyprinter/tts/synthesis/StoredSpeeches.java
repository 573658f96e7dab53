package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.tts.SoundLevels;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.audio.Pcm;
import java.io.IOException;
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

    boolean contains(String digest) {
        return store.exists(words(digest)) && store.exists(audio(digest));
    }

    Optional<SpokenSentence> find(String digest) {
        return contains(digest)
                ? Optional.of(json.readValue(store.file(words(digest)).toFile(), SpokenSentence.class))
                : Optional.empty();
    }

    /** The words are stored last: where they are, the audio is too. */
    SpokenSentence keep(String digest, Pcm pcm, List<WordTiming> words, @Nullable SoundLevels levels)
            throws IOException {
        var wav = store.newFile("wav");
        pcm.write(wav);
        store.put(audio(digest), wav);
        var stored = SpokenSentence.of(pcm, words, levels);
        store.put(words(digest), json.writeValueAsBytes(stored));
        return stored;
    }

    /** @param cached whether it was there already */
    static Speech speech(String digest, Voice voice, SpokenSentence stored, boolean cached) {
        return new Speech(
                        audio(digest),
                        Pcm.SAMPLE_RATE,
                        stored.samples(),
                        stored.timings(),
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
