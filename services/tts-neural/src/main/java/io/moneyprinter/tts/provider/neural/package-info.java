/** Voices that lie in a directory of the operator, spoken by neural models inside this process. */
@NullMarked
package io.moneyprinter.tts.provider.neural;

import org.jspecify.annotations.NullMarked;
