/** Brands that users keep: colours, letters, a style and a logo for their videos. */
@NullMarked
package io.moneyprinter.materials.brand;

import org.jspecify.annotations.NullMarked;
