/** A stand-in for the read-aloud service of the Edge browser. */
@NullMarked
package io.moneyprinter.testing.edge;

import org.jspecify.annotations.NullMarked;
