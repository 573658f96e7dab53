package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.ObjectKey;

/**
 * A sentence of a longer sound.
 *
 * @param audio WAV of 48 kHz, mono, signed 16 bit
 * @param samples of it
 * @param pause samples of silence after it
 */
record Piece(ObjectKey audio, long samples, long pause) {}
