/** Speech of Google's Gemini models. */
@NullMarked
package io.moneyprinter.tts.provider.gemini;

import org.jspecify.annotations.NullMarked;
