/** ONNX Runtime as all of this program use it: one environment, frugal sessions, and work that can be ended. */
@NullMarked
package io.moneyprinter.onnx;

import org.jspecify.annotations.NullMarked;
