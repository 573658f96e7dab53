/** How far a video is, and how long it will still take. */
@NullMarked
package io.moneyprinter.orchestration.progress;

import org.jspecify.annotations.NullMarked;
