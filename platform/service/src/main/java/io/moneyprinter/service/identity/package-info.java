/** On whose behalf a call is made. */
@NullMarked
package io.moneyprinter.service.identity;

import org.jspecify.annotations.NullMarked;
