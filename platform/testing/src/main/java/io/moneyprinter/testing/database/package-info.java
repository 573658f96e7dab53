/** A real PostgreSQL for tests. */
@NullMarked
package io.moneyprinter.testing.database;

import org.jspecify.annotations.NullMarked;
