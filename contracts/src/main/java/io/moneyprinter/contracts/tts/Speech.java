package io.moneyprinter.contracts.tts;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A spoken sentence.
 *
 * @param audio WAV, PCM signed 16 bit, mono, at {@code sampleRate}; head and tail silence are trimmed
 * @param sampleRate samples per second: 48000
 * @param samples exact length of the audio
 * @param words in reading order; every word of the text is there
 * @param provider who spoke, such as {@code marytts}
 * @param voice id of the voice that spoke
 * @param cached whether it was there already
 * @param failures of those who were to speak before this voice was asked, in that order
 * @param unpronounced words of the user's lexicon that were spoken as they are written: only their sounds are known,
 *     and the voice does not have them
 * @param charge of the provider; null when none was asked
 * @param levels null where nothing was polished
 */
public record Speech(
        ObjectKey audio,
        int sampleRate,
        long samples,
        List<WordTiming> words,
        String provider,
        String voice,
        boolean cached,
        List<VoiceFailure> failures,
        List<String> unpronounced,
        @Nullable Charge charge,
        @Nullable SoundLevels levels) {

    public Speech {
        words = List.copyOf(words);
        failures = orNone(failures);
        unpronounced = orNone(unpronounced);
    }

    /** Spoken by whoever was asked first, for nothing. */
    public Speech(
            ObjectKey audio,
            int sampleRate,
            long samples,
            List<WordTiming> words,
            String provider,
            String voice,
            boolean cached) {
        this(audio, sampleRate, samples, words, provider, voice, cached, List.of(), List.of(), null, null);
    }

    public Speech after(List<VoiceFailure> failures) {
        return new Speech(
                audio, sampleRate, samples, words, provider, voice, cached, failures, unpronounced, charge, levels);
    }

    public Speech withUnpronounced(List<String> unpronounced) {
        return new Speech(
                audio, sampleRate, samples, words, provider, voice, cached, failures, unpronounced, charge, levels);
    }

    public Speech charged(@Nullable Charge charge) {
        return new Speech(
                audio, sampleRate, samples, words, provider, voice, cached, failures, unpronounced, charge, levels);
    }

    public Speech measured(@Nullable SoundLevels levels) {
        return new Speech(
                audio, sampleRate, samples, words, provider, voice, cached, failures, unpronounced, charge, levels);
    }

    /** The same words in another sound, that is so much shorter or longer. */
    public Speech at(ObjectKey audio, long samples) {
        var times = (double) samples / this.samples;
        return new Speech(
                audio,
                sampleRate,
                samples,
                words.stream().map(word -> word.times(times)).toList(),
                provider,
                voice,
                cached,
                failures,
                unpronounced,
                charge,
                levels);
    }

    /** As somebody gets it for whom it was there already. */
    public Speech again() {
        return new Speech(
                audio, sampleRate, samples, words, provider, voice, true, List.of(), unpronounced, null, levels);
    }

    /** Speeches that were stored before there were any have none. */
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    public Duration duration() {
        return Duration.ofNanos(Math.round(samples * 1e9 / sampleRate));
    }
}
