/** Notifications, recorded once and delivered over the channels they ask for. */
@NullMarked
package io.moneyprinter.notifications.delivery;

import org.jspecify.annotations.NullMarked;
