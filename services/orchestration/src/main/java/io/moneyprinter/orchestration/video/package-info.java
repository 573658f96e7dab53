/** The public interface: videos over HTTP. */
@NullMarked
package io.moneyprinter.orchestration.video;

import org.jspecify.annotations.NullMarked;
