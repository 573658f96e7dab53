package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.EstimateRequest;
import io.moneyprinter.contracts.tts.Excerpt;
import io.moneyprinter.contracts.tts.RecordingRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechEstimate;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceChoice;
import io.moneyprinter.tts.recording.Recordings;
import io.moneyprinter.tts.usage.Charges;
import io.moneyprinter.tts.voice.Fallbacks;
import io.moneyprinter.tts.voice.Voices;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** What other services ask of this one. */
@RestController
class SpeechController implements SpeechSynthesis {

    private final Failover failover;
    private final Fallbacks fallbacks;
    private final Recordings recordings;
    private final Voices voices;
    private final Estimates estimates;
    private final Charges charges;

    SpeechController(
            Failover failover,
            Fallbacks fallbacks,
            Recordings recordings,
            Voices voices,
            Estimates estimates,
            Charges charges) {
        this.failover = failover;
        this.fallbacks = fallbacks;
        this.recordings = recordings;
        this.voices = voices;
        this.estimates = estimates;
        this.charges = charges;
    }

    @Override
    public Speech synthesize(SpeechRequest request) {
        return failover.speak(request);
    }

    @Override
    public List<Excerpt> cut(RecordingRequest request) {
        return recordings.cut(request);
    }

    /** Whoever asks who would speak is about to let them speak. */
    @Override
    public Voice choose(VoiceChoice choice) {
        fallbacks.check(choice.voiceSettings());
        var voice = voices.choose(
                choice.userId(), choice.voiceSettings(), choice.language(), choice.sample(), choice.gender());
        voices.synthesizer(voice).prepare();
        return voice;
    }

    @Override
    public SpeechEstimate estimate(EstimateRequest request) {
        fallbacks.check(request.voiceSettings());
        return estimates.of(request);
    }

    @Override
    public Charge charged(UserId userId, String work) {
        return charges.of(userId, work);
    }

    @Override
    public List<Voice> voices() {
        return voices.all();
    }
}
