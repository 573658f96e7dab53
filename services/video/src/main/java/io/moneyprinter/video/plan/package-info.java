/** Lays a film out in time and cuts it into chunks. Pure: no disk, no processes, no clock. */
@NullMarked
package io.moneyprinter.video.plan;

import org.jspecify.annotations.NullMarked;
