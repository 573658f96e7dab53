package io.moneyprinter.ffmpeg.device;

import org.jspecify.annotations.Nullable;

/** How many bits pictures get. */
public sealed interface RateControl {

    /**
     * @param crf constant rate factor on the scale of x264, 0 (best) to 51
     * @param ceiling kilobits a second that are not exceeded for more than a second; null for none. Only some families
     *     {@linkplain DeviceFamily#keepsCeiling() keep to it}
     */
    record Quality(int crf, @Nullable Integer ceiling) implements RateControl {

        public Quality {
            if (crf < 0 || crf > 51) {
                throw new IllegalArgumentException("crf: %d (expected: 0 to 51)".formatted(crf));
            }
        }

        public Quality(int crf) {
            this(crf, null);
        }
    }

    /** @param kilobits a second, on average */
    record Bitrate(int kilobits) implements RateControl {

        public Bitrate {
            if (kilobits < 1) {
                throw new IllegalArgumentException("kilobits: %d (expected: >= 1)".formatted(kilobits));
            }
        }
    }
}
