/** Which service a request is for, and the way there when that service runs elsewhere. */
@NullMarked
package io.moneyprinter.gateway.route;

import org.jspecify.annotations.NullMarked;
