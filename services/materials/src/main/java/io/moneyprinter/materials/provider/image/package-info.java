/** Asking those who make pictures from words over HTTP: keys, sizes and refusals. */
@NullMarked
package io.moneyprinter.materials.provider.image;

import org.jspecify.annotations.NullMarked;
