/** Work that nobody asks for and that is done from time to time. */
@NullMarked
package io.moneyprinter.service.schedule;

import org.jspecify.annotations.NullMarked;
