/** What the other services say about themselves. */
@NullMarked
package io.moneyprinter.gateway.health;

import org.jspecify.annotations.NullMarked;
