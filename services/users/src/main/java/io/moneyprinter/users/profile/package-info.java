/** A user's profile and the defaults they chose for new videos. */
@NullMarked
package io.moneyprinter.users.profile;

import org.jspecify.annotations.NullMarked;
