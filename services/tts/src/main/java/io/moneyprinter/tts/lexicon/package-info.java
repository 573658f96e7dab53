/** How users want words to be pronounced. */
@NullMarked
package io.moneyprinter.tts.lexicon;

import org.jspecify.annotations.NullMarked;
