/** Which services run in this process, and how the others are reached. */
@NullMarked
package io.moneyprinter.service.hosting;

import org.jspecify.annotations.NullMarked;
