/** One piece of work at a time: looked up, carried out, recorded. */
@NullMarked
package io.moneyprinter.orchestration.step;

import org.jspecify.annotations.NullMarked;
