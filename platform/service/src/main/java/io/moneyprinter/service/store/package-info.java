/** Content that services hand to each other by key. */
@NullMarked
package io.moneyprinter.service.store;

import org.jspecify.annotations.NullMarked;
