/** A bucket for tests. */
@NullMarked
package io.moneyprinter.testing.s3;

import org.jspecify.annotations.NullMarked;
