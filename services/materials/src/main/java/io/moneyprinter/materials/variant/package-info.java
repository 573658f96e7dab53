/** Smaller files that are made of each file of a user, in the background. */
@NullMarked
package io.moneyprinter.materials.variant;

import org.jspecify.annotations.NullMarked;
