/** The speech service: sentences in, narration with word timings out. */
@NullMarked
package io.moneyprinter.tts;

import org.jspecify.annotations.NullMarked;
