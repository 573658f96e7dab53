/** Identities that every contract speaks of. */
@NullMarked
package io.moneyprinter.contracts.common;

import org.jspecify.annotations.NullMarked;
