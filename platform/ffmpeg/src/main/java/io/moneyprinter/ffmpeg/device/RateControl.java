package io.moneyprinter.ffmpeg.device;

/** How many bits pictures get. */
public sealed interface RateControl {

    /** @param crf constant rate factor on the scale of x264, 0 (best) to 51 */
    record Quality(int crf) implements RateControl {

        public Quality {
            if (crf < 0 || crf > 51) {
                throw new IllegalArgumentException("crf: %d (expected: 0 to 51)".formatted(crf));
            }
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
