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
import io.moneyprinter.orchestration.step.ContentRequests;
import io.moneyprinter.orchestration.step.ScriptLengths;
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
    private final ScriptLengths lengths;

    Preflight(Feasibility feasibility, SpeechSynthesis speech, MaterialLibrary materials, ScriptLengths lengths) {
        this.feasibility = feasibility;
        this.speech = speech;
        this.materials = materials;
        this.lengths = lengths;
    }

    /** Refuses what would not be accepted, in the same words. */
    VideoEstimate estimate(UserId user, VideoRequest request) {
        var feasible = feasibility.check(user, request);
        var content = feasible.estimate();
        var script = content.content();
        var voice = feasible.voice();
        if (voice == null) {
            var recording = Objects.requireNonNull(
                    SoundSettings.of(request.videoSettings()).narration());
            var length = Objects.requireNonNullElse(
                    materials.asset(user, recording).duration(), (double) content.estimatedDuration());
            return new VideoEstimate(content.title(), content.language(), seconds(length), script != null, null);
        }
        var settings = Objects.requireNonNullElse(request.voiceSettings(), VoiceSettings.DEFAULT);
        if (script != null) {
            var sentences = script.sentences().stream().map(Sentence::script).toList();
            return new VideoEstimate(
                    content.title(),
                    content.language(),
                    seconds(lengths.spoken(content.estimatedDuration(), request, voice, content.language())),
                    true,
                    speech.estimate(new EstimateRequest(user, settings, content.language(), sentences)));
        }
        var sentence = List.of(standIn(request, content));
        var wanted = ContentRequests.durationTarget(request);
        var written = lengths.script(request, voice, content.language()).seconds();
        return new VideoEstimate(
                content.title(),
                content.language(),
                wanted,
                false,
                speech.estimate(new EstimateRequest(user, settings, content.language(), sentence))
                        .times(Math.ceilDiv(content.sentences() * written, wanted)));
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
