package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.orchestration.VideoEstimate;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.EstimateRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.SoundSettings;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells what a video would take, and makes nothing. */
@Component
class Preflight {

    private final Feasibility feasibility;
    private final SpeechSynthesis speech;
    private final MaterialLibrary materials;

    Preflight(Feasibility feasibility, SpeechSynthesis speech, MaterialLibrary materials) {
        this.feasibility = feasibility;
        this.speech = speech;
        this.materials = materials;
    }

    /** Refuses what would not be accepted, in the same words. */
    VideoEstimate estimate(UserId user, VideoRequest request) {
        var content = feasibility.check(user, request).estimate();
        var script = content.content();
        var written = script != null;
        var recording = SoundSettings.of(request.videoSettings()).narration();
        if (recording != null) {
            var length = Objects.requireNonNullElse(
                    materials.asset(user, recording).duration(), (double) content.estimatedDuration());
            return new VideoEstimate(content.title(), content.language(), seconds(length), written, null);
        }
        var voice = Objects.requireNonNullElse(request.voiceSettings(), VoiceSettings.DEFAULT);
        var sentences = script == null
                ? List.of(standIn(request, content))
                : script.sentences().stream().map(Sentence::script).toList();
        var estimate = speech.estimate(new EstimateRequest(user, voice, content.language(), sentences));
        var rate = Objects.requireNonNullElse(voice.rate(), 1.0);
        return new VideoEstimate(
                content.title(),
                content.language(),
                seconds(content.estimatedDuration() / rate),
                written,
                written ? estimate : estimate.times(content.sentences()));
    }

    /** A sentence of the usual length, in the letters of what is given, since some count more than others. */
    private static String standIn(VideoRequest request, ContentEstimate content) {
        var letters = Feasibility.sample(request, content)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetter)
                .toArray();
        var sentence = new StringBuilder();
        for (var i = 0; i < Math.ceilDiv(content.characters(), content.sentences()); i++) {
            sentence.appendCodePoint(letters.length == 0 ? 'a' : letters[i % letters.length]);
        }
        return sentence.toString();
    }

    private static int seconds(double seconds) {
        return (int) Math.ceil(seconds);
    }
}
