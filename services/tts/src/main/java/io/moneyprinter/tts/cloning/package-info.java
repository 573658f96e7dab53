/** Voices made of somebody's samples, with their consent. */
@NullMarked
package io.moneyprinter.tts.cloning;

import org.jspecify.annotations.NullMarked;
