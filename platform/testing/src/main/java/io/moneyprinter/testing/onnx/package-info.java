/** Models of voices that are small enough to be made by a test, and whose every sample is known. */
@NullMarked
package io.moneyprinter.testing.onnx;

import org.jspecify.annotations.NullMarked;
