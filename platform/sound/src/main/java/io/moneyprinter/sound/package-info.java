/** Uncompressed sound, sample by sample: in files, its loudness and its spectrum. Knows nothing of FFmpeg. */
@NullMarked
package io.moneyprinter.sound;

import org.jspecify.annotations.NullMarked;
