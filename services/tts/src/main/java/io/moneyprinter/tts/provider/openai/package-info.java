/** Speech of OpenAI, and of every server that speaks its dialect. */
@NullMarked
package io.moneyprinter.tts.provider.openai;

import org.jspecify.annotations.NullMarked;
