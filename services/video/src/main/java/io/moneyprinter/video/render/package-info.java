/** Renders the pieces of a planned film with FFmpeg and stores each under the digest of all it depends on. */
@NullMarked
package io.moneyprinter.video.render;

import org.jspecify.annotations.NullMarked;
