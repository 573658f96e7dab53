package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sound is written that goes without pictures. */
public enum SoundFormat {
    /** AAC. */
    @JsonProperty("m4a")
    M4A,
    @JsonProperty("mp3")
    MP3,
    @JsonProperty("opus")
    OPUS,
    /** Not compressed. */
    @JsonProperty("wav")
    WAV
}
