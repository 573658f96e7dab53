/** Footage and photos from Pexels. */
@NullMarked
package io.moneyprinter.materials.provider.pexels;

import org.jspecify.annotations.NullMarked;
