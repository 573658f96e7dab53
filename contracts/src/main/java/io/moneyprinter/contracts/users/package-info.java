/** What the users service (8001) offers: who somebody is and what they prefer. */
@NullMarked
package io.moneyprinter.contracts.users;

import org.jspecify.annotations.NullMarked;
