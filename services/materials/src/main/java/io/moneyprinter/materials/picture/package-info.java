/** Pictures in the sizes and formats that somebody asks for. */
@NullMarked
package io.moneyprinter.materials.picture;

import org.jspecify.annotations.NullMarked;
