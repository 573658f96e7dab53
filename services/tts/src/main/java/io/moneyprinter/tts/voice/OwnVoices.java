package io.moneyprinter.tts.voice;

import io.moneyprinter.contracts.common.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The voices that belong to single users, as far as they can be spoken with now. */
public interface OwnVoices {

    /** Newest first. */
    List<OwnVoice> of(UserId user);

    /** Whoever it belongs to; null when there is none of that id. */
    @Nullable
    OwnVoice find(String id);
}
