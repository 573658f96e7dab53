/** Tells people what happens to their videos: live to whoever watches, recorded for whoever comes later. */
@NullMarked
package io.moneyprinter.notifications;

import org.jspecify.annotations.NullMarked;
