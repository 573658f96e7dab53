/** What every object store does. */
@NullMarked
package io.moneyprinter.testing.store;

import org.jspecify.annotations.NullMarked;
