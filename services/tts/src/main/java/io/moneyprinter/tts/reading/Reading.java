package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SynthesizedSpeech;
import io.moneyprinter.contracts.tts.WordTiming;
import io.moneyprinter.tts.audio.Pcm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A text that was spoken and written.
 *
 * @param sentences in order
 * @param pieces one for each sentence
 * @param audio the file
 */
record Reading(
        List<Sentence> sentences,
        String language,
        OneVoice.Spoken spoken,
        List<Piece> pieces,
        Encoding encoding,
        int sampleRate,
        ObjectKey audio) {

    /** @param size of the file in bytes */
    SynthesizedSpeech view(String id, String url, long size, Instant createdAt, Instant expiresAt) {
        var words = new ArrayList<SynthesizedSpeech.SpokenWord>();
        var views = new ArrayList<SynthesizedSpeech.SpokenSentence>();
        var at = 0L;
        for (var i = 0; i < pieces.size(); i++) {
            var speech = spoken.speeches().get(i);
            var text = sentences.get(i).text();
            var start = Pcm.time(at);
            for (var word : speech.words()) {
                words.add(word(text, word, start));
            }
            views.add(sentence(text, speech, start));
            at += pieces.get(i).samples() + pieces.get(i).pause();
        }
        return new SynthesizedSpeech(
                id,
                url,
                encoding.format(),
                sampleRate,
                seconds(Pcm.time(at)),
                size,
                language,
                who(Speech::provider),
                who(Speech::voice),
                spoken.charge().characters(),
                spoken.charge().estimatedCost(),
                spoken.charge().currency(),
                words,
                views,
                spoken.failures(),
                createdAt,
                expiresAt);
    }

    private String who(Function<Speech, String> name) {
        return spoken.speeches().stream().map(name).distinct().collect(Collectors.joining(", "));
    }

    private static SynthesizedSpeech.SpokenWord word(String text, WordTiming word, Duration start) {
        var offset = start.plus(word.offset());
        return new SynthesizedSpeech.SpokenWord(
                text.substring(word.start(), word.end()),
                seconds(offset),
                seconds(offset.plus(word.duration())),
                word.source().name().toLowerCase(Locale.ROOT),
                Math.round(word.confidence() * 1e3) / 1e3);
    }

    private static SynthesizedSpeech.SpokenSentence sentence(String text, Speech speech, Duration start) {
        return new SynthesizedSpeech.SpokenSentence(
                text,
                seconds(start),
                seconds(start.plus(speech.duration())),
                speech.provider(),
                speech.voice(),
                speech.cached(),
                speech.levels());
    }

    /** Whole microseconds. */
    private static double seconds(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e6;
    }
}
