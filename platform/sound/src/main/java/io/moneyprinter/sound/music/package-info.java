/** Composes and plays music beds: made from a seed, by no one's samples, to lie under a voice. */
@NullMarked
package io.moneyprinter.sound.music;

import org.jspecify.annotations.NullMarked;
