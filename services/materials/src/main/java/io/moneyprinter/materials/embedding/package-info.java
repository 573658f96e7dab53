/** What texts mean, as vectors of a model that the operator has set up: texts without a common word are compared by it. */
@NullMarked
package io.moneyprinter.materials.embedding;

import org.jspecify.annotations.NullMarked;
