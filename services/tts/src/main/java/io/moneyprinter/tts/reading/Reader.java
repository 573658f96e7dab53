package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.SoundFormat;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.tts.EstimateRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechEstimate;
import io.moneyprinter.contracts.tts.SynthesisRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.reading.OneVoice.Text;
import io.moneyprinter.tts.synthesis.Estimates;
import io.moneyprinter.tts.voice.Fallbacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** From a text to one file. */
@Component
class Reader {

    private final Sentences sentences;
    private final Fallbacks fallbacks;
    private final OneVoice voice;
    private final Estimates estimates;
    private final AudioEncoder encoder;

    Reader(Sentences sentences, Fallbacks fallbacks, OneVoice voice, Estimates estimates, AudioEncoder encoder) {
        this.sentences = sentences;
        this.fallbacks = fallbacks;
        this.voice = voice;
        this.estimates = estimates;
        this.encoder = encoder;
    }

    /**
     * The text, spoken and written.
     *
     * @param key of the piece of work; providers are asked once for it
     */
    Reading read(UserId user, SynthesisRequest request, String key) {
        var encoding = encoding(request);
        var sampleRate = sampleRate(request, encoding);
        var content = content(user, request);
        var spoken = voice.speak(text(user, request, content, key));
        var pieces = pieces(content.sentences(), spoken.speeches());
        return new Reading(
                content.sentences(),
                content.language(),
                spoken,
                pieces,
                encoding,
                sampleRate,
                encoder.encode(pieces, encoding, sampleRate));
    }

    SpeechEstimate estimate(UserId user, SynthesisRequest request) {
        var content = content(user, request);
        var scripts = content.sentences().stream().map(Sentence::script).toList();
        return estimates.of(new EstimateRequest(user, settings(request), content.language(), scripts));
    }

    private GeneratedContent content(UserId user, SynthesisRequest request) {
        fallbacks.check(settings(request));
        return sentences.of(user, request);
    }

    private static Text text(UserId user, SynthesisRequest request, GeneratedContent content, String key) {
        return new Text(user, content.sentences(), content.language(), settings(request), key);
    }

    private static VoiceSettings settings(SynthesisRequest request) {
        return Objects.requireNonNullElse(request.voiceSettings(), VoiceSettings.DEFAULT);
    }

    private static Encoding encoding(SynthesisRequest request) {
        return Encoding.of(Objects.requireNonNullElse(request.format(), SoundFormat.MP3));
    }

    private static int sampleRate(SynthesisRequest request, Encoding encoding) {
        var wanted = Objects.requireNonNullElse(request.sampleRate(), Pcm.SAMPLE_RATE);
        if (!encoding.sampleRates().contains(wanted)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/sample_rate",
                    "%d (expected: one of %s)".formatted(wanted, encoding.sampleRates()));
        }
        return wanted;
    }

    /** Nothing follows the last sentence that would need a pause. */
    private static List<Piece> pieces(List<Sentence> sentences, List<Speech> speeches) {
        var pieces = new ArrayList<Piece>();
        for (var i = 0; i < speeches.size(); i++) {
            var pause = i + 1 < speeches.size() ? Pcm.samples(sentences.get(i).pauseAfter()) : 0;
            pieces.add(new Piece(speeches.get(i).audio(), speeches.get(i).samples(), pause));
        }
        return pieces;
    }
}
