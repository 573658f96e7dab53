package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.Outcome;
import java.util.List;

/** What came of the wish to encode on a device. */
public sealed interface DeviceResult {

    /** In the order in which they were made; all but the last failed. */
    List<EncodeAttempt> attempts();

    /** A device did it. */
    record Encoded(Device device, Outcome.Finished finished, List<EncodeAttempt> attempts) implements DeviceResult {

        public Encoded {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * The CPU has to.
     *
     * @param reason for people
     */
    record Declined(String reason, List<EncodeAttempt> attempts) implements DeviceResult {

        public Declined {
            attempts = List.copyOf(attempts);
        }
    }
}
