/** The voices of espeak-ng, a program of the machine that speaks a hundred languages like a machine. */
@NullMarked
package io.moneyprinter.tts.provider.espeak;

import org.jspecify.annotations.NullMarked;
