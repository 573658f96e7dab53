/** What an encoder of pictures implements. */
@NullMarked
package io.moneyprinter.video.encode.spi;

import org.jspecify.annotations.NullMarked;
