package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be taken from a film. */
public enum Extract {
    /** A JPEG of sixteen pictures from the whole film. */
    @JsonProperty("contact_sheet")
    CONTACT_SHEET,
    /** The first seconds as an animated GIF: small and silent. */
    @JsonProperty("gif")
    GIF,
    /** The first seconds as an animated WebP: smaller than the GIF, and with all colours. */
    @JsonProperty("webp")
    WEBP,
    /** The sound alone, as AAC. */
    @JsonProperty("m4a")
    M4A,
    @JsonProperty("mp3")
    MP3,
    @JsonProperty("opus")
    OPUS,
    /** The sound alone, not compressed. */
    @JsonProperty("wav")
    WAV;

    /** Whether it is taken from the sound alone. */
    public boolean heard() {
        return this == M4A || this == MP3 || this == OPUS || this == WAV;
    }
}
