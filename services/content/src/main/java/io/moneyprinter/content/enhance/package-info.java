/** Rewords scripts, makes them shorter or longer, translates them, and marks what should be looked up. */
@NullMarked
package io.moneyprinter.content.enhance;

import org.jspecify.annotations.NullMarked;
