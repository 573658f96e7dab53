/** The voice that is always there: MaryTTS inside this process, for English. */
@NullMarked
package io.moneyprinter.tts.provider.marytts;

import org.jspecify.annotations.NullMarked;
