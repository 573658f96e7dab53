/** A Redis for tests that need a real one. */
@NullMarked
package io.moneyprinter.testing.redis;

import org.jspecify.annotations.NullMarked;
