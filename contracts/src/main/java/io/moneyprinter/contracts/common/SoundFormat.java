package io.moneyprinter.contracts.common;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sound is written that goes without pictures: spoken texts, and the sound of a film alone. */
public enum SoundFormat {
    /** AAC in MP4. */
    @JsonProperty("m4a")
    M4A,
    @JsonProperty("mp3")
    MP3,
    /** Opus in Ogg. */
    @JsonProperty("opus")
    OPUS,
    /** Not compressed: PCM signed 16 bit. */
    @JsonProperty("wav")
    WAV
}
