/** Files of the user, stock footage and drawn pictures: a picture for every sentence. */
@NullMarked
package io.moneyprinter.materials;

import org.jspecify.annotations.NullMarked;
