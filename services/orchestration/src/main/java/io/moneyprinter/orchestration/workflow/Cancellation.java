package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.contracts.common.VideoId;
import org.springframework.stereotype.Component;

/** Calls a video off: nothing new begins, what runs is interrupted, and it is never completed afterwards. */
@Component
public class Cancellation {

    private final Ending ending;
    private final WorkflowEngine engine;

    Cancellation(Ending ending, WorkflowEngine engine) {
        this.ending = ending;
        this.engine = engine;
    }

    /**
     * Ends what is being made of a film that is there. Pieces that are still wanted were ended with the others, and
     * begin again by themselves.
     */
    public void callOff(VideoId id) {
        Thread.ofVirtual().name("call-off-" + id).start(() -> ending.callOff(id));
    }

    /** Does nothing when the video has ended. */
    public void cancel(VideoId id) {
        if (ending.cancel(id)) {
            engine.dropWaiting(id);
            // The workflow says it too, but perhaps much later; said twice is heard once.
            Thread.ofVirtual().name("announce-" + id).start(() -> ending.announce(id));
        }
    }
}
