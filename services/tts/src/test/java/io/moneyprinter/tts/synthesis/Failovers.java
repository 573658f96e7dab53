package io.moneyprinter.tts.synthesis;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.tts.alignment.TestReferences;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.health.ProvidersTests;
import io.moneyprinter.tts.lexicon.Lexicons;
import io.moneyprinter.tts.normalization.Lexicon;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.voice.FallbacksOf;
import io.moneyprinter.tts.voice.Voices;
import io.moneyprinter.tts.voice.VoicesTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Failover for tests of other packages. */
public final class Failovers {

    private Failovers() {}

    static Failover of(
            Voices voices, Path work, Clock clock, MeterRegistry registry, Pauses pauses, Lexicons lexicons) {
        var store = new LocalObjectStore(work, Clock.systemUTC());
        var narration = new Narration(
                voices,
                ProvidersTests.of(voices, clock),
                Decoders.wav(),
                TestReferences.heardWords(store),
                entry -> {},
                store,
                JsonMapper.builder().build(),
                new NarrationProperties(Duration.ofHours(1), 100, 2000),
                new InMemorySpeechIndex(Duration.ofHours(1), 100),
                ProvidersTests.meters(registry));
        return new Failover(
                narration,
                FallbacksOf.voices(voices),
                new FailoverProperties(2, Duration.ofMillis(500), Duration.ofSeconds(10)),
                ProvidersTests.meters(registry),
                pauses,
                lexicons);
    }

    /** Has an English sentence spoken by the first who can; each is asked twice, without a pause. */
    public static Speech speak(Path work, String sentence, SpeechSynthesizer... providers) {
        var registry = new SimpleMeterRegistry();
        return of(VoicesTests.of(providers), work, Clock.systemUTC(), registry, duration -> {}, user -> Lexicon.EMPTY)
                .speak(new SpeechRequest(UserId.LOCAL, sentence, "en", VoiceSettings.DEFAULT, "key"));
    }
}
