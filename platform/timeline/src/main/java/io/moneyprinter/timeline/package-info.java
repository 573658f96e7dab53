/** OpenTimelineIO's model of an edit in exact, rational time. Knows nothing of files, ffmpeg or JSON. */
@NullMarked
package io.moneyprinter.timeline;

import org.jspecify.annotations.NullMarked;
