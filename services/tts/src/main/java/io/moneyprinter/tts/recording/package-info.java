/** From one recording of a whole script to its sentences. */
@NullMarked
package io.moneyprinter.tts.recording;

import org.jspecify.annotations.NullMarked;
