/** What tests of all modules share: golden files, media made on the spot, servers that misbehave on demand. */
@NullMarked
package io.moneyprinter.testing;

import org.jspecify.annotations.NullMarked;
