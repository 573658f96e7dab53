/** Pictures of Stability AI. */
@NullMarked
package io.moneyprinter.materials.provider.stability;

import org.jspecify.annotations.NullMarked;
