package io.moneyprinter.tts.voice;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What providers list, with what their prices say. A list is gone through once, however often it is looked at. */
final class PricedVoices {

    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

    private record Known(List<Voice> listed, List<Voice> priced) {}

    /** @throws io.moneyprinter.problem.CodedException as the provider does */
    @SuppressWarnings("ReferenceEquality") // Providers give the same list until they have asked for a new one.
    List<Voice> of(SpeechSynthesizer synthesizer) {
        var listed = synthesizer.voices();
        var last = known.get(synthesizer.provider());
        if (last != null && last.listed() == listed) {
            return last.priced();
        }
        var priced = listed.stream()
                .map(voice -> voice.withPaid(
                        synthesizer.pricePerMillionCharacters(voice).signum() > 0))
                .toList();
        known.put(synthesizer.provider(), new Known(listed, priced));
        return priced;
    }

    /** What the provider listed last; empty when it never did. */
    List<Voice> last(String provider) {
        var last = known.get(provider);
        return last == null ? List.of() : last.priced();
    }
}
