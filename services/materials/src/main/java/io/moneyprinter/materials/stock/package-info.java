/** Which providers of stock footage are asked, in which order, and how they are doing. */
@NullMarked
package io.moneyprinter.materials.stock;

import org.jspecify.annotations.NullMarked;
