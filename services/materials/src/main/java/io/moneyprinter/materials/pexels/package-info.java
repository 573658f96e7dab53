/** Footage from Pexels. */
@NullMarked
package io.moneyprinter.materials.pexels;

import org.jspecify.annotations.NullMarked;
