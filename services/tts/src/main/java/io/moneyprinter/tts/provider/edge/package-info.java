/** Speaks through the read-aloud service of the Edge browser, which has no terms that allow relying on it. */
@NullMarked
package io.moneyprinter.tts.provider.edge;

import org.jspecify.annotations.NullMarked;
