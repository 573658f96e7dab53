/** Requests that may be sent again without being fulfilled again. */
@NullMarked
package io.moneyprinter.service.idempotency;

import org.jspecify.annotations.NullMarked;
