/** The video service: plans films and renders their pieces. */
@NullMarked
package io.moneyprinter.video;

import org.jspecify.annotations.NullMarked;
