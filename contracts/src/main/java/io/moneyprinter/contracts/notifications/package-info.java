/** What the notifications service (8007) offers: news for people, live and recorded. */
@NullMarked
package io.moneyprinter.contracts.notifications;

import org.jspecify.annotations.NullMarked;
