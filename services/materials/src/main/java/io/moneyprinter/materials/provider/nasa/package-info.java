/** Videos and photos from the library of NASA. */
@NullMarked
package io.moneyprinter.materials.provider.nasa;

import org.jspecify.annotations.NullMarked;
