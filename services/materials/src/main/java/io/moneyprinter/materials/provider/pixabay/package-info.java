/** Footage and photos from Pixabay. */
@NullMarked
package io.moneyprinter.materials.provider.pixabay;

import org.jspecify.annotations.NullMarked;
