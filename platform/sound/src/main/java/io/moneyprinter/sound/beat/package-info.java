/** Hears what is musical in sound: onsets, tempo, beats, key and mood. */
@NullMarked
package io.moneyprinter.sound.beat;

import org.jspecify.annotations.NullMarked;
