/** Footage from Coverr. */
@NullMarked
package io.moneyprinter.materials.provider.coverr;

import org.jspecify.annotations.NullMarked;
