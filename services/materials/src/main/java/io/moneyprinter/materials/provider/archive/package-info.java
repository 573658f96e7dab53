/** Footage from the Internet Archive. */
@NullMarked
package io.moneyprinter.materials.provider.archive;

import org.jspecify.annotations.NullMarked;
