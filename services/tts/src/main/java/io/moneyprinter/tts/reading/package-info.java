/** Reads texts aloud: split into sentences, spoken by one voice, joined and encoded. */
@NullMarked
package io.moneyprinter.tts.reading;

import org.jspecify.annotations.NullMarked;
