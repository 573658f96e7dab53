/** Speech of ElevenLabs, with the time of every character. */
@NullMarked
package io.moneyprinter.tts.provider.elevenlabs;

import org.jspecify.annotations.NullMarked;
