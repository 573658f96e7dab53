/** The one way in for every file from outside: looked at, decoded, made anew. */
@NullMarked
package io.moneyprinter.materials.intake;

import org.jspecify.annotations.NullMarked;
