/** What the speech service (8003) offers: sentences in, narration with word timings out. */
@NullMarked
package io.moneyprinter.contracts.tts;

import org.jspecify.annotations.NullMarked;
