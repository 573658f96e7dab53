/** How films are written: what settings and platforms come to, and the encoders that do it. */
@NullMarked
package io.moneyprinter.video.encode;

import org.jspecify.annotations.NullMarked;
