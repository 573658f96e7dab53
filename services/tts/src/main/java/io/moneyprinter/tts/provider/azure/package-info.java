/** Speech of Azure, over REST. */
@NullMarked
package io.moneyprinter.tts.provider.azure;

import org.jspecify.annotations.NullMarked;
