/** GPUs and other hardware that encodes: which there are, how they are told what to do, and whose turn it is. */
@NullMarked
package io.moneyprinter.ffmpeg.device;

import org.jspecify.annotations.NullMarked;
