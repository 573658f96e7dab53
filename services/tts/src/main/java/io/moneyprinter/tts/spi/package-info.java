/** What a provider of voices implements. */
@NullMarked
package io.moneyprinter.tts.spi;

import org.jspecify.annotations.NullMarked;
