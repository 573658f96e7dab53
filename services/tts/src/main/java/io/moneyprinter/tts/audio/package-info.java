/** Samples of one sentence: reading, trimming, levelling, writing. */
@NullMarked
package io.moneyprinter.tts.audio;

import org.jspecify.annotations.NullMarked;
