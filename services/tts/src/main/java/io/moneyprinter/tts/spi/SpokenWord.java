package io.moneyprinter.tts.spi;

import java.time.Duration;

/**
 * A word in the provider's own spelling.
 *
 * @param offset from the start of the audio file
 */
public record SpokenWord(String text, Duration offset, Duration duration) {}
