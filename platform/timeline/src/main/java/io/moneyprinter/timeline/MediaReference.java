package io.moneyprinter.timeline;

/** Where a clip's media comes from. */
public sealed interface MediaReference {

    /**
     * A stored medium and the range of media it holds.
     *
     * @param key names the medium in the object store; equal keys are equal bytes
     */
    record External(String key, TimeRange availableRange) implements MediaReference {}

    /**
     * Media that is made while rendering and has no end: a still, a designed visual.
     *
     * @param parameters the digest or key of what the generator needs; equal parameters are equal pictures
     */
    record Generator(String kind, String parameters) implements MediaReference {}

    /** Media that is wanted but not there; {@code reason} is for people. */
    record Missing(String reason) implements MediaReference {}
}
