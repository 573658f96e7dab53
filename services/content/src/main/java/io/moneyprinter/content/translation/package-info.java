/** Finished scripts in other languages: other words in the same places. */
@NullMarked
package io.moneyprinter.content.translation;

import org.jspecify.annotations.NullMarked;
