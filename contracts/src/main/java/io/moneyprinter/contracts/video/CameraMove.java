package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the camera moves over photos. */
public enum CameraMove {
    /** A slow move that suits the photo. */
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("none")
    NONE,
    @JsonProperty("zoom_in")
    ZOOM_IN,
    @JsonProperty("zoom_out")
    ZOOM_OUT,
    @JsonProperty("pan_left")
    PAN_LEFT,
    @JsonProperty("pan_right")
    PAN_RIGHT,
    @JsonProperty("pan_up")
    PAN_UP,
    @JsonProperty("pan_down")
    PAN_DOWN
}
