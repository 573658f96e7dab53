/** Who people are: today one local user, with a profile and preferences. */
@NullMarked
package io.moneyprinter.users;

import org.jspecify.annotations.NullMarked;
