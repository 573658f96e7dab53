/** What providers were asked to speak, for whom and at what price. */
@NullMarked
package io.moneyprinter.tts.usage;

import org.jspecify.annotations.NullMarked;
