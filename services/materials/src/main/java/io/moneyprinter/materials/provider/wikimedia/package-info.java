/** Footage and photos from Wikimedia Commons. */
@NullMarked
package io.moneyprinter.materials.provider.wikimedia;

import org.jspecify.annotations.NullMarked;
