package io.moneyprinter.contracts.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens between two shots. */
public enum TransitionStyle {
    @JsonProperty("cut")
    CUT,
    @JsonProperty("dissolve")
    DISSOLVE,
    /** The old picture goes to black, the new one comes out of it. */
    @JsonProperty("fade_black")
    FADE_BLACK,
    @JsonProperty("fade_white")
    FADE_WHITE,
    /** An edge uncovers the new picture while neither moves; the name says where the edge goes. */
    @JsonProperty("wipe_left")
    WIPE_LEFT,
    @JsonProperty("wipe_right")
    WIPE_RIGHT,
    @JsonProperty("wipe_up")
    WIPE_UP,
    @JsonProperty("wipe_down")
    WIPE_DOWN,
    /** The new picture slides over the old one, which stays. */
    @JsonProperty("slide_left")
    SLIDE_LEFT,
    @JsonProperty("slide_right")
    SLIDE_RIGHT,
    @JsonProperty("slide_up")
    SLIDE_UP,
    @JsonProperty("slide_down")
    SLIDE_DOWN,
    /** The new picture pushes the old one out. */
    @JsonProperty("push_left")
    PUSH_LEFT,
    @JsonProperty("push_right")
    PUSH_RIGHT,
    @JsonProperty("push_up")
    PUSH_UP,
    @JsonProperty("push_down")
    PUSH_DOWN,
    /** Into the old picture, out of which the new one comes. */
    @JsonProperty("zoom")
    ZOOM,
    /** A circle that grows uncovers the new picture. */
    @JsonProperty("circle_open")
    CIRCLE_OPEN,
    /** A circle that shrinks hides the old picture. */
    @JsonProperty("circle_close")
    CIRCLE_CLOSE,
    /** A hand of a clock uncovers the new picture. */
    @JsonProperty("radial")
    RADIAL,
    @JsonProperty("pixelize")
    PIXELIZE,
    /** Another one at each cut, the same ones for the same video. */
    @JsonProperty("varied")
    VARIED
}
