package io.moneyprinter.tts.alignment;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.audio.AudioDecoder;
import io.moneyprinter.tts.audio.WorkDirectory;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.voice.Scripts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Speaks a text in the voice of the house that knows its own word times, if there is one for the language. */
@Component
public class References {

    private static final Logger LOG = LoggerFactory.getLogger(References.class);

    private final List<SpeechSynthesizer> synthesizers;
    private final AudioDecoder decoder;
    private final ObjectStore store;

    References(List<SpeechSynthesizer> synthesizers, AudioDecoder decoder, ObjectStore store) {
        this.synthesizers =
                synthesizers.stream().filter(References::knowsItsWords).toList();
        this.decoder = decoder;
        this.store = store;
    }

    private static boolean knowsItsWords(SpeechSynthesizer synthesizer) {
        return synthesizer.capabilities().containsAll(Set.of(Capability.WORD_TIMES, Capability.OFFLINE))
                && !synthesizer.capabilities().contains(Capability.SILENT);
    }

    private record Speaker(SpeechSynthesizer synthesizer, Voice voice) {}

    /** Null when nobody here speaks the language without a network, or cannot say this. */
    public @Nullable Reference speak(NormalizedText text, String language) {
        var speaker = speaker(ULocale.forLanguageTag(language));
        if (speaker == null || text.isSilent()) {
            return null;
        }
        try {
            Scripts.check(text.spoken(), speaker.voice(), "");
            return speak(text.spoken(), speaker);
        } catch (CodedException e) {
            if (e.code() == CommonErrorCode.CANCELLED) {
                throw e;
            }
            LOG.info("There is no reference to find the words of '{}' by", text.written(), e);
            return null;
        }
    }

    private @Nullable Speaker speaker(ULocale language) {
        for (var synthesizer : synthesizers) {
            for (var voice : voices(synthesizer)) {
                if (ULocale.forLanguageTag(voice.locale()).getLanguage().equals(language.getLanguage())) {
                    return new Speaker(synthesizer, voice);
                }
            }
        }
        return null;
    }

    private static List<Voice> voices(SpeechSynthesizer synthesizer) {
        try {
            return synthesizer.voices();
        } catch (CodedException e) {
            LOG.debug("{} does not list its voices", synthesizer.provider(), e);
            return List.of();
        }
    }

    private @Nullable Reference speak(String spoken, Speaker speaker) {
        try (var directory = WorkDirectory.in(store, "reference")) {
            var utterance = new Utterance(spoken, speaker.voice(), 1, 0);
            var audio = speaker.synthesizer().synthesize(utterance, directory.path());
            return audio.words().isEmpty() ? null : new Reference(decoder.decode(audio.file()), audio.words());
        }
    }
}
