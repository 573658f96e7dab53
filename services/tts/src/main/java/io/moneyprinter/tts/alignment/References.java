package io.moneyprinter.tts.alignment;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.audio.AudioDecoder;
import io.moneyprinter.tts.audio.WorkDirectory;
import io.moneyprinter.tts.normalization.NormalizedText;
import io.moneyprinter.tts.normalization.NormalizedText.Piece;
import io.moneyprinter.tts.normalization.NormalizedText.Span;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.voice.Scripts;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Speaks a text in a voice of the house whose word times are known, if there is one for the language: one that knows
 * them when it speaks as usual, else one that can speak word by word.
 */
@Component
public class References {

    private static final Logger LOG = LoggerFactory.getLogger(References.class);

    private final List<SpeechSynthesizer> synthesizers;
    private final AudioDecoder decoder;
    private final ObjectStore store;

    References(List<SpeechSynthesizer> synthesizers, AudioDecoder decoder, ObjectStore store) {
        this.synthesizers = synthesizers.stream()
                .filter(one -> knowsItsWords(one) || one.wordSpeech().isPresent())
                .sorted(Comparator.comparing(References::knowsItsWords).reversed())
                .toList();
        this.decoder = decoder;
        this.store = store;
    }

    private static boolean knowsItsWords(SpeechSynthesizer synthesizer) {
        return synthesizer.capabilities().containsAll(Set.of(Capability.WORD_TIMES, Capability.OFFLINE))
                && !synthesizer.capabilities().contains(Capability.SILENT);
    }

    /** Null when nobody here speaks the language without a network, or cannot say this. */
    public @Nullable Reference speak(NormalizedText text, String language) {
        if (text.isSilent()) {
            return null;
        }
        for (var synthesizer : synthesizers) {
            var voice = voice(synthesizer, text.spoken(), ULocale.forLanguageTag(language));
            var reference = voice == null ? null : tried(text, synthesizer, voice);
            if (reference != null) {
                return reference;
            }
        }
        return null;
    }

    /** Of the language; one that reads the text before one that does not, then one of the same country. */
    private static @Nullable Voice voice(SpeechSynthesizer synthesizer, String spoken, ULocale language) {
        return voices(synthesizer).stream()
                .filter(voice -> locale(voice).getLanguage().equals(language.getLanguage()))
                .min(Comparator.comparing((Voice voice) -> !Scripts.reads(spoken, voice))
                        .thenComparing(voice -> !country(locale(voice)).equals(country(language))))
                .orElse(null);
    }

    private static ULocale locale(Voice voice) {
        return ULocale.forLanguageTag(voice.locale());
    }

    private static String country(ULocale locale) {
        return ULocale.addLikelySubtags(locale).getCountry();
    }

    private static List<Voice> voices(SpeechSynthesizer synthesizer) {
        try {
            return synthesizer.voices();
        } catch (CodedException e) {
            LOG.debug("{} does not list its voices", synthesizer.provider(), e);
            return List.of();
        }
    }

    private @Nullable Reference tried(NormalizedText text, SpeechSynthesizer synthesizer, Voice voice) {
        try {
            if (knowsItsWords(synthesizer)) {
                Scripts.check(text.spoken(), voice, "");
            } else {
                Scripts.checkAll(text.spoken(), voice);
            }
            return speak(text, synthesizer, voice);
        } catch (CodedException e) {
            if (e.code() == CommonErrorCode.CANCELLED) {
                throw e;
            }
            LOG.info("{} is no reference to find the words of '{}' by", synthesizer.provider(), text.written(), e);
            return null;
        }
    }

    private @Nullable Reference speak(NormalizedText text, SpeechSynthesizer synthesizer, Voice voice) {
        try (var directory = WorkDirectory.in(store, "reference")) {
            var utterance = new Utterance(text.spoken(), voice, 1, 0);
            var audio = knowsItsWords(synthesizer)
                    ? synthesizer.synthesize(utterance, directory.path())
                    : synthesizer.wordSpeech().orElseThrow().speak(utterance, words(text), directory.path());
            return audio.words().isEmpty() ? null : new Reference(decoder.decode(audio.file()), audio.words());
        }
    }

    private static List<Span> words(NormalizedText text) {
        return text.pieces().stream().map(Piece::spoken).toList();
    }
}
