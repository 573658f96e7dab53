/** Finds out when each written word is spoken. */
@NullMarked
package io.moneyprinter.tts.timing;

import org.jspecify.annotations.NullMarked;
