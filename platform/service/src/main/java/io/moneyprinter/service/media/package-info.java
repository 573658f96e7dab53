/** The one FFmpeg of a process, where a service in it works with media. */
@NullMarked
package io.moneyprinter.service.media;

import org.jspecify.annotations.NullMarked;
