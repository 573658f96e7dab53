package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.EstimateRequest;
import io.moneyprinter.contracts.tts.SpeechEstimate;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.tts.lexicon.Lexicons;
import io.moneyprinter.tts.voice.Voices;
import org.springframework.stereotype.Component;

/** Tells what speaking would cost, without speaking. */
@Component
public class Estimates {

    /** Nothing is entered under it. */
    private static final String NO_WORK = "estimate";

    private final Narration narration;
    private final Lexicons lexicons;
    private final Voices voices;

    Estimates(Narration narration, Lexicons lexicons, Voices voices) {
        this.narration = narration;
        this.lexicons = lexicons;
        this.voices = voices;
    }

    /** What the provider of the voice that would speak takes: nothing for what has been spoken before. */
    public SpeechEstimate of(EstimateRequest request) {
        var user = request.userId();
        var settings = request.voiceSettings();
        var sample = Narration.sentence(request.sentences().getFirst()).plain();
        var voice = voices.choose(user, settings, request.language(), sample);
        var lexicon = lexicons.of(user);
        var charges = request.sentences().stream()
                .distinct()
                .map(text -> new SpeechRequest(user, text, request.language(), settings, NO_WORK))
                .map(sentence -> narration.estimate(sentence, voice, lexicon))
                .filter(one -> one.characters() > 0)
                .toList();
        var charge = charges.stream().reduce(Charge.NOTHING, Charge::plus);
        return new SpeechEstimate(
                request.language(),
                voice.provider(),
                voice.id(),
                voice.needsKey(),
                request.sentences().size(),
                request.sentences().size() - charges.size(),
                charge.characters(),
                charge.estimatedCost(),
                voices.synthesizer(voice).pricePerMillionCharacters(voice),
                charge.currency());
    }
}
