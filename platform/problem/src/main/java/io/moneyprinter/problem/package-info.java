/** How everything here fails: one exception, many codes, one table from kind to HTTP status. */
@NullMarked
package io.moneyprinter.problem;

import org.jspecify.annotations.NullMarked;
