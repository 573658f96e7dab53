/** What texts mean, by a model that lies in a directory of the operator's and runs inside this process. */
@NullMarked
package io.moneyprinter.materials.embedding.onnx;

import org.jspecify.annotations.NullMarked;
