/** Providers one after the other: who is asked, in which order, and how each is doing. */
@NullMarked
package io.moneyprinter.materials.chain;

import org.jspecify.annotations.NullMarked;
