/** Links that need no login: signed, and good for a while. */
@NullMarked
package io.moneyprinter.materials.link;

import org.jspecify.annotations.NullMarked;
