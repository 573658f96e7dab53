/** The orchestration service (8006): takes requests for videos and sees to it that they are made. */
@NullMarked
package io.moneyprinter.orchestration;

import org.jspecify.annotations.NullMarked;
