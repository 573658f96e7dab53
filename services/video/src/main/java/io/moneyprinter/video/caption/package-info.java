/** Captions: words with times become cues, cues become pictures over the film and sidecar files beside it. */
@NullMarked
package io.moneyprinter.video.caption;

import org.jspecify.annotations.NullMarked;
