/** Uncompressed sound in files, sample by sample. */
@NullMarked
package io.moneyprinter.video.wav;

import org.jspecify.annotations.NullMarked;
