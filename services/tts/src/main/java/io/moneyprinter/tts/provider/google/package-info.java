/** Speech of Google Cloud, with the time of every marked word. */
@NullMarked
package io.moneyprinter.tts.provider.google;

import org.jspecify.annotations.NullMarked;
