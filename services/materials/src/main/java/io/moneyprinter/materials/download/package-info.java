/** Fetching what stock providers have. */
@NullMarked
package io.moneyprinter.materials.download;

import org.jspecify.annotations.NullMarked;
