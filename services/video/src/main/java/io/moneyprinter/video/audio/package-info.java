/** Makes the sound of a film: narration at its places, music beneath it, at the loudness that platforms expect. */
@NullMarked
package io.moneyprinter.video.audio;

import org.jspecify.annotations.NullMarked;
