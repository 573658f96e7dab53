package io.moneyprinter.tts;

import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
import io.moneyprinter.service.store.KeyColumn;
import java.util.List;

/** Tells the program that may host it about the speech service. */
public final class TtsModule implements ServiceModule {

    @Override
    public ServiceId id() {
        return ServiceId.TTS;
    }

    @Override
    public Class<?> configuration() {
        return TtsConfiguration.class;
    }

    @Override
    public List<Class<?>> contracts() {
        return List.of(SpeechSynthesis.class);
    }

    @Override
    public List<String> namespaces() {
        return List.of("reading", "speech");
    }

    @Override
    public List<KeyColumn> keyColumns() {
        return List.of(
                KeyColumn.of("tts.reading", "audio"),
                // What was paid for, and what somebody agreed to, is remembered for longer than any file.
                KeyColumn.unneeded("tts.usage", "speech"),
                KeyColumn.unneeded("tts.voice_consent", "sample_digests"));
    }
}
