package io.moneyprinter.tts.voice;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.Voice;

/**
 * A voice that was made for one user, who alone may speak with it.
 *
 * @param voice as its owner sees it; its id is a {@link io.moneyprinter.tts.spi.CloneName}
 * @param providerId what its provider calls it
 */
public record OwnVoice(UserId owner, Voice voice, String providerId) {

    /** As its provider knows it. */
    public Voice spoken() {
        return new Voice(
                voice.provider(),
                providerId,
                voice.name(),
                voice.locale(),
                voice.gender(),
                voice.scripts(),
                voice.offline(),
                voice.needsKey());
    }
}
