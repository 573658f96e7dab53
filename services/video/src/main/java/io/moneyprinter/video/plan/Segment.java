package io.moneyprinter.video.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.moneyprinter.timeline.Transition;

/** A stretch of a chunk in which the same visuals are seen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Segment.Body.class, name = "body"),
    @JsonSubTypes.Type(value = Segment.Blend.class, name = "blend")
})
public sealed interface Segment {

    long frames();

    /**
     * One visual alone.
     *
     * @param view index into the views of the chunk
     * @param from frame of the view
     */
    record Body(int view, long from, long frames) implements Segment {}

    /**
     * One visual becomes another.
     *
     * @param left index of the view that goes
     * @param leftFrom frame of that view
     * @param right index of the view that comes
     * @param rightFrom frame of that view
     */
    record Blend(Transition.Kind kind, int left, long leftFrom, int right, long rightFrom, long frames)
            implements Segment {}
}
