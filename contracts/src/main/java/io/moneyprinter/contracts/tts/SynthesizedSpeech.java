package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.SoundFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that was spoken.
 *
 * @param url path of the audio on this server, for its owner
 * @param sampleRate in hertz
 * @param duration in seconds
 * @param size of the audio in bytes
 * @param language BCP 47, detected when it was not given
 * @param provider who spoke; several, separated by commas, only where mixed voices are allowed
 * @param voice id of the voice that spoke; as {@code provider}
 * @param characters that providers were asked to speak for this answer, as they count them; nothing for sentences that
 *     had been spoken before
 * @param estimatedCost of them in {@code currency}
 * @param words in order
 * @param sentences in order
 * @param failures of those who were to speak before this voice
 * @param expiresAt until when it can be fetched
 */
public record SynthesizedSpeech(
        String speechId,
        String url,
        SoundFormat format,
        int sampleRate,
        double duration,
        long size,
        String language,
        String provider,
        String voice,
        long characters,
        BigDecimal estimatedCost,
        String currency,
        List<SpokenWord> words,
        List<SpokenSentence> sentences,
        List<VoiceFailure> failures,
        Instant createdAt,
        Instant expiresAt) {

    public SynthesizedSpeech {
        words = List.copyOf(words);
        sentences = List.copyOf(sentences);
        failures = List.copyOf(failures);
    }

    /**
     * When a word is spoken.
     *
     * @param text as written, with the punctuation that clings to it
     * @param start in seconds from the start of the audio
     * @param end in seconds
     * @param source how the times are known: {@code provider}, {@code engine}, {@code aligned}, {@code interpolated} or
     *     {@code estimated}
     * @param confidence 0..1
     */
    public record SpokenWord(String text, double start, double end, String source, double confidence) {}

    /**
     * When a sentence is spoken, and how it sounds.
     *
     * @param start in seconds from the start of the audio
     * @param end in seconds
     * @param cached whether it had been spoken before
     * @param levels null where nothing was polished, as for silence
     */
    public record SpokenSentence(
            String text,
            double start,
            double end,
            String provider,
            String voice,
            boolean cached,
            @Nullable SoundLevels levels) {}
}
