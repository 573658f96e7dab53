/** Models of voices and of texts that are small enough to be made by a test, and of which it is known what they give. */
@NullMarked
package io.moneyprinter.testing.onnx;

import org.jspecify.annotations.NullMarked;
