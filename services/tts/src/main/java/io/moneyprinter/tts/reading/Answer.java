package io.moneyprinter.tts.reading;

/** @param replayed whether the answer was given before, to the same request */
record Answer<T>(T value, boolean replayed) {}
