package io.moneyprinter.tts.cloning;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.ClonedVoice.State;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.spi.CloneName;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.voice.OwnVoice;
import io.moneyprinter.tts.voice.OwnVoices;
import io.moneyprinter.tts.voice.Scripts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cloned voices that are ready, of providers that are switched on. */
@Component
class StoredOwnVoices implements OwnVoices {

    private final JdbcClones rows;
    private final List<SpeechSynthesizer> synthesizers;

    StoredOwnVoices(JdbcClones rows, List<SpeechSynthesizer> synthesizers) {
        this.rows = rows;
        this.synthesizers = List.copyOf(synthesizers);
    }

    @Override
    public List<OwnVoice> of(UserId user) {
        return rows.of(user).stream().flatMap(this::speaking).toList();
    }

    @Override
    public @Nullable OwnVoice find(String id) {
        return rows.find(new CloneName(id)).stream()
                .flatMap(this::speaking)
                .findFirst()
                .orElse(null);
    }

    private Stream<OwnVoice> speaking(StoredClone voice) {
        var providerVoice = voice.providerVoice();
        if (voice.state() != State.READY || providerVoice == null) {
            return Stream.empty();
        }
        return synthesizers.stream()
                .filter(one -> one.provider().equals(voice.provider()))
                .map(SpeechSynthesizer::cloning)
                .flatMap(Optional::stream)
                .map(cloning -> new OwnVoice(
                        voice.owner(),
                        new Voice(
                                voice.provider(),
                                voice.id().value(),
                                voice.name(),
                                voice.locale(),
                                voice.gender(),
                                Scripts.of(voice.locale()),
                                cloning.isOffline(),
                                cloning.needsKey()),
                        providerVoice));
    }
}
