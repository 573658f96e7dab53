package io.moneyprinter.contracts.tts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How spoken texts are written. */
public enum AudioFormat {
    /** Not compressed: PCM signed 16 bit. */
    @JsonProperty("wav")
    WAV,
    @JsonProperty("mp3")
    MP3,
    /** Opus in Ogg. */
    @JsonProperty("opus")
    OPUS,
    /** AAC in MP4. */
    @JsonProperty("m4a")
    M4A
}
