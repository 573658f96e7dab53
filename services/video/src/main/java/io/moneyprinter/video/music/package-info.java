/** Composes and plays music beds: made from a seed, by no one's samples, to lie under a voice. */
@NullMarked
package io.moneyprinter.video.music;

import org.jspecify.annotations.NullMarked;
