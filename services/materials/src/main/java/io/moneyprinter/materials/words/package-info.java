/** Words of any language as they are looked for. */
@NullMarked
package io.moneyprinter.materials.words;

import org.jspecify.annotations.NullMarked;
