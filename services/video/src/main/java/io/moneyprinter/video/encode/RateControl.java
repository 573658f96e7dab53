package io.moneyprinter.video.encode;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What decides on the bytes that a picture gets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RateControl.Quality.class, name = "quality"),
    @JsonSubTypes.Type(value = RateControl.Bitrate.class, name = "bitrate")
})
public sealed interface RateControl {

    /** The most kilobits of a second; {@code Integer.MAX_VALUE} where nothing limits them. */
    int peak();

    /**
     * The same look everywhere.
     *
     * @param factor 0 (best) to 51 on the scale of x264; other encoders translate it to about the same look
     * @param ceiling kilobits a second that are not exceeded for more than a second; null for none
     */
    record Quality(int factor, @Nullable Integer ceiling) implements RateControl {

        public Quality {
            if (factor < 0 || factor > 51) {
                throw new IllegalArgumentException("crf: %d (expected: 0 to 51)".formatted(factor));
            }
        }

        @Override
        public int peak() {
            return ceiling == null ? Integer.MAX_VALUE : ceiling;
        }
    }

    /**
     * The same size everywhere.
     *
     * @param kilobits a second, in every chunk on its own
     */
    record Bitrate(int kilobits) implements RateControl {

        public Bitrate {
            if (kilobits < 1) {
                throw new IllegalArgumentException("bitrate: %d kbit/s (expected: >= 1)".formatted(kilobits));
            }
        }

        @Override
        public int peak() {
            return kilobits + kilobits / 2;
        }
    }
}
