package io.moneyprinter.tts.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes voices that sound like somebody. A provider that does leaves voices whose name is a {@link CloneName} out of
 * {@link SpeechSynthesizer#voices}.
 *
 * <p>Every method throws {@link io.moneyprinter.problem.CodedException} with a {@link io.moneyprinter.tts.TtsErrorCode},
 * and nothing else. {@code VOICE_PROVIDER_UNAVAILABLE} and {@code VOICE_ANSWER_UNUSABLE} leave open whether something
 * was done.
 */
public interface VoiceCloning {

    /** After this {@link #create} has ended, however. */
    Duration LONGEST = Duration.ofMinutes(5);

    /**
     * A voice that was made.
     *
     * @param id what the provider wants to hear when it is to speak with it
     * @param requiresVerification whether the provider wants to be shown first that the speaker agrees
     */
    record Made(String id, boolean requiresVerification) {}

    /** How many samples make one voice at most. */
    int mostSamples();

    /** How long all samples of one voice may be together. */
    Duration longestSamples();

    /** Whether the voices speak without a network. */
    boolean isOffline();

    /** Whether they speak only with a key of the operator. */
    boolean needsKey();

    Made create(VoiceSample sample);

    /** The id of the voice of that name; null when there is none. Asks the provider every time. */
    @Nullable
    String find(CloneName name);

    /** Returns when there is no such voice any more; one that was not there is no failure. */
    void delete(String id);
}
