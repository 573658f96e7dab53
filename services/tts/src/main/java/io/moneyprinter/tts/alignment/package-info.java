/** Finds the words of a known text in sound, by comparing it with the same text in a voice whose times are known. */
@NullMarked
package io.moneyprinter.tts.alignment;

import org.jspecify.annotations.NullMarked;
