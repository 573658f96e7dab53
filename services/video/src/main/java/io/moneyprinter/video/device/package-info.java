/** Which encoder makes a film, and what happens to the film when that encoder is lost on the way. */
@NullMarked
package io.moneyprinter.video.device;

import org.jspecify.annotations.NullMarked;
