/** Makes written text speakable and remembers which written word each spoken word came from. */
@NullMarked
package io.moneyprinter.tts.normalization;

import org.jspecify.annotations.NullMarked;
