/** FFmpeg at arm's length: commands as data, the one place that starts processes, and safe looks at foreign files. */
@NullMarked
package io.moneyprinter.ffmpeg;

import org.jspecify.annotations.NullMarked;
