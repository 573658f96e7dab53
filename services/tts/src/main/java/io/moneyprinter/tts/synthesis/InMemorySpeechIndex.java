package io.moneyprinter.tts.synthesis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** For one process, which needs no turns: who asks while a sentence is being spoken waits for it there. */
final class InMemorySpeechIndex implements SpeechIndex {

    private final Cache<String, SpokenSentence> sentences;

    /** @param size the most sentences that are known */
    InMemorySpeechIndex(Duration ttl, int size) {
        this.sentences =
                Caffeine.newBuilder().expireAfterWrite(ttl).maximumSize(size).build();
    }

    @Override
    public @Nullable SpokenSentence find(String digest) {
        return sentences.getIfPresent(digest);
    }

    @Override
    public void put(String digest, SpokenSentence sentence) {
        sentences.put(digest, sentence);
    }

    @Override
    public Turn take(String digest, BooleanSupplier spoken) {
        return () -> {};
    }

    @Override
    public IndexHealth.State look() {
        return IndexHealth.State.OF_THIS_PROCESS;
    }

    @Override
    public void close() {
        sentences.invalidateAll();
    }
}
