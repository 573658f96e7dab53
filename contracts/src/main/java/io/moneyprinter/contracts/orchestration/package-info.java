/** What the orchestration service (8006) offers to the world: videos as jobs. */
@NullMarked
package io.moneyprinter.contracts.orchestration;

import org.jspecify.annotations.NullMarked;
