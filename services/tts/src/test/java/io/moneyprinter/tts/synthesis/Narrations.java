package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.alignment.TestReferences;
import io.moneyprinter.tts.audio.Decoders;
import io.moneyprinter.tts.health.Meters;
import io.moneyprinter.tts.health.ProvidersTests;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.usage.Ledger;
import io.moneyprinter.tts.voice.OwnVoice;
import io.moneyprinter.tts.voice.OwnVoices;
import io.moneyprinter.tts.voice.Voices;
import io.moneyprinter.tts.voice.VoicesTests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Narration as a process has it. */
final class Narrations {

    private Narrations() {}

    static Narration of(
            SpeechIndex index,
            Voices voices,
            ObjectStore store,
            Ledger ledger,
            Meters meters,
            SpeechSynthesizer... references) {
        return new Narration(
                voices,
                ProvidersTests.of(voices, Clock.systemUTC()),
                Decoders.wav(),
                TestReferences.heardWords(store, references),
                ledger,
                store,
                JsonMapper.builder().build(),
                new NarrationProperties(Duration.ofHours(1), 100, 2000),
                index,
                meters);
    }

    /** Every cloned voice is that user's, and is {@code v1} to its provider. */
    static OwnVoices ownedBy(String user) {
        return new OwnVoices() {
            @Override
            public List<OwnVoice> of(UserId other) {
                return List.of();
            }

            @Override
            public OwnVoice find(String name) {
                return new OwnVoice(new UserId(user), VoicesTests.voice("tone", name, "en-US"), "v1");
            }
        };
    }
}
