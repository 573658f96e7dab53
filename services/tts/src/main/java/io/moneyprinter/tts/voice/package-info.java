/** Who can speak, and who should. */
@NullMarked
package io.moneyprinter.tts.voice;

import org.jspecify.annotations.NullMarked;
