package io.moneyprinter.contracts.tts;

import java.time.Duration;

/**
 * A sentence that was cut from a recording.
 *
 * @param start where the speech begins in the recording
 */
public record Excerpt(Speech speech, Duration start) {}
