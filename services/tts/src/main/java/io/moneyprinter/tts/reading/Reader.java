package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.SoundFormat;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechEstimate;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SynthesisRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.audio.Pcm;
import io.moneyprinter.tts.reading.OneVoice.Text;
import io.moneyprinter.tts.synthesis.Estimates;
import io.moneyprinter.tts.voice.Fallbacks;
import io.moneyprinter.tts.voice.Voices;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** From a text to one file. */
@Component
class Reader {

    private final Sentences sentences;
    private final Voices voices;
    private final Fallbacks fallbacks;
    private final OneVoice voice;
    private final Estimates estimates;
    private final AudioEncoder encoder;

    Reader(
            Sentences sentences,
            Voices voices,
            Fallbacks fallbacks,
            OneVoice voice,
            Estimates estimates,
            AudioEncoder encoder) {
        this.sentences = sentences;
        this.voices = voices;
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
        var text = text(user, request, content, "estimate");
        var chosen = voice.choose(text);
        var asked = content.sentences().stream()
                .map(sentence ->
                        new SpeechRequest(user, sentence.script(), text.language(), text.settings(), text.key()))
                .toList();
        var charges = estimates.of(user, asked, chosen);
        var known = charges.stream().filter(one -> one.characters() == 0).count();
        var charge = charges.stream().reduce(Charge.NOTHING, Charge::plus);
        return new SpeechEstimate(
                content.language(),
                chosen.provider(),
                chosen.id(),
                content.sentences().size(),
                (int) known,
                charge.characters(),
                charge.estimatedCost(),
                voices.synthesizer(chosen).pricePerMillionCharacters(chosen),
                charge.currency());
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
