/** Looks at what is about to be published, and at whether there is room for it. */
@NullMarked
package io.moneyprinter.video.check;

import org.jspecify.annotations.NullMarked;
