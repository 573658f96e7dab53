/** Measurements and drills that take too long for the tests: how fast it renders, what it survives. */
@NullMarked
package io.moneyprinter.bench;

import org.jspecify.annotations.NullMarked;
