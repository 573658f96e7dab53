/** The order of the work, and the engine that keeps it going; nobody else sees the engine. */
@NullMarked
package io.moneyprinter.orchestration.workflow;

import org.jspecify.annotations.NullMarked;
