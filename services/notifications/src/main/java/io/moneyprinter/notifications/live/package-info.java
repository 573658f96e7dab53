/** People who are watching now, over WebSocket or server-sent events. */
@NullMarked
package io.moneyprinter.notifications.live;

import org.jspecify.annotations.NullMarked;
