/** Pictures drawn by us, one palette and type scale per video. */
@NullMarked
package io.moneyprinter.materials.designed;

import org.jspecify.annotations.NullMarked;
