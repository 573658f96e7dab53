/** Finds files: by words, filters, likeness, and for the sentences of a script. */
@NullMarked
package io.moneyprinter.materials.search;

import org.jspecify.annotations.NullMarked;
