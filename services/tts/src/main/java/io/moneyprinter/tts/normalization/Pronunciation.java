package io.moneyprinter.tts.normalization;

import org.jspecify.annotations.Nullable;

/**
 * How a part of a written text is spoken, whatever the rules of its language say. Offsets are UTF-16.
 *
 * @param end exclusive
 * @param spoken what is said for it
 * @param ipa how that sounds, in the International Phonetic Alphabet; null for as it is read
 */
public record Pronunciation(
        int start, int end, String spoken, @Nullable String ipa) {}
