package io.moneyprinter.tts.spi;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.contracts.tts.VoiceQuota;
import io.moneyprinter.problem.CodedException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Speaks text in a voice. One implementation per provider; instances are shared between threads.
 *
 * <p>{@code SpeechSynthesizerContract} is the test every implementation passes.
 */
public interface SpeechSynthesizer {

    /** What a provider can do beyond speaking; what it cannot do is left out, not imitated. */
    enum Capability {
        RATE,
        PITCH,
        WORD_TIMES,
        /** It stresses words that are to be stressed. */
        EMPHASIS,
        /** It takes the sounds of a word in the International Phonetic Alphabet. */
        PHONEMES,
        /** It can be asked for the styles that a voice lists. */
        LISTED_STYLES,
        /** It is told in words how to speak, so that every voice has every style. */
        ANY_STYLE,
        /** It can be asked how strongly it is to speak in a style. */
        STYLE_DEGREE,
        /** All its voices speak without a network and are listed at once. */
        OFFLINE,
        /** It is understood, but sounds like a machine: others are taken before it, unless it is preferred. */
        ROBOTIC,
        /** It makes no sound, and so has every language; it is taken only when it is named. */
        SILENT
    }

    /** Short, stable and lower case: it appears in configuration, cache keys and metrics. */
    String provider();

    /** Part of every cache key: changes whenever the same utterance would sound different. */
    String version();

    /** The same for one voice, where voices change for themselves. */
    default String version(Voice voice) {
        return version();
    }

    Set<Capability> capabilities();

    /** What can be done with one of its voices. */
    default Set<Capability> capabilities(Voice voice) {
        return capabilities();
    }

    /** Whether a voice with {@code PHONEMES} can make these sounds; it is not given others. */
    default boolean hasSounds(Voice voice, String ipa) {
        return true;
    }

    /** Never empty; may ask the provider, so the answer may take a while the first time. */
    List<Voice> voices();

    /** Whether the voice can be asked to speak like that. */
    default boolean hasStyle(Voice voice, String style) {
        return capabilities().contains(Capability.ANY_STYLE)
                || capabilities().contains(Capability.LISTED_STYLES) && voice.hasStyle(style);
    }

    /**
     * Why {@link #voices} had to go on without the list of the provider when it was last asked; null when it had not.
     */
    default @Nullable CodedException listingFailure() {
        return null;
    }

    /**
     * What the account may still speak, asked of the provider, which may take a while; null when it does not say.
     *
     * @throws CodedException as {@link #synthesize} does
     */
    default @Nullable VoiceQuota quota() {
        return null;
    }

    /** Returns at once and makes the first utterance faster, because one is about to come. */
    default void prepare() {}

    /** What a million characters in that voice cost, in US dollars; an estimate, and 0 for what is free. */
    default BigDecimal pricePerMillionCharacters(Voice voice) {
        return BigDecimal.ZERO;
    }

    /** How it makes voices of samples, where it does. */
    default Optional<VoiceCloning> cloning() {
        return Optional.empty();
    }

    /** How it speaks word by word, where it does not know the times of words that it speaks as usual. */
    default Optional<WordSpeech> wordSpeech() {
        return Optional.empty();
    }

    /** How many characters the provider counts when it says that; its own rules, as far as they are published. */
    default long billedCharacters(Utterance utterance) {
        return utterance.text().codePointCount(0, utterance.text().length());
    }

    /**
     * Returns once the whole utterance is spoken.
     *
     * @param directory a directory for this call alone; the audio file is made in it, the caller deletes it
     * @throws CodedException with a {@link io.moneyprinter.tts.TtsErrorCode}, and no other
     *     exception
     */
    SpokenAudio synthesize(Utterance utterance, Path directory);
}
