package io.moneyprinter.materials.intake;

import io.moneyprinter.problem.ErrorCode;

/** What has to become of a file that is given to us. */
public sealed interface Verdict {

    /** It is not taken in. */
    record Refused(ErrorCode code) implements Verdict {
        @Override
        public String toString() {
            return "`" + code + "`";
        }
    }

    /**
     * It is made anew.
     *
     * @param width pixels as displayed, 0 for sound
     * @param seconds that it lasts, give or take a picture; 0 for images
     */
    record Accepted(String mimeType, int width, int height, double seconds) implements Verdict {
        @Override
        public String toString() {
            var size = width == 0 ? "" : " %dx%d".formatted(width, height);
            return seconds == 0 ? mimeType + size : "%s%s, %.1f s".formatted(mimeType, size, seconds);
        }
    }
}
