/** Brings voices into the directory of the operator: what its catalogue names, checked to the byte. */
@NullMarked
package io.moneyprinter.tts.provider.neural.install;

import org.jspecify.annotations.NullMarked;
