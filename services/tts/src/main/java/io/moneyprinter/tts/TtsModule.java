package io.moneyprinter.tts;

import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
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
}
