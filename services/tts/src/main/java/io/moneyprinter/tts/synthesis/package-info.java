/** From one sentence to stored narration. */
@NullMarked
package io.moneyprinter.tts.synthesis;

import org.jspecify.annotations.NullMarked;
