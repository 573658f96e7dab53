/** Photos from Unsplash. */
@NullMarked
package io.moneyprinter.materials.provider.unsplash;

import org.jspecify.annotations.NullMarked;
