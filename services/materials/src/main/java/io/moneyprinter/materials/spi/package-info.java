/** What a provider of stock footage has to do. */
@NullMarked
package io.moneyprinter.materials.spi;

import org.jspecify.annotations.NullMarked;
