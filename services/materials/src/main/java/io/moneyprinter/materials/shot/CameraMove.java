package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual;
import java.util.Arrays;

/**
 * A slow move of the camera over a photo. Neighbours in the list go different ways, so that photos in a row do, too,
 * and one photo that stays for two visuals is seen anew: first as a whole, then closer.
 */
enum CameraMove {
    CLOSER(1.00, 1.14, 0.50, 0.45),
    AWAY_FROM_THE_LEFT(1.34, 1.20, 0.36, 0.42),
    CLOSER_TO_THE_RIGHT(1.02, 1.18, 0.62, 0.46),
    AWAY(1.30, 1.12, 0.50, 0.40),
    CLOSER_TO_THE_LEFT(1.02, 1.18, 0.38, 0.46),
    AWAY_FROM_THE_RIGHT(1.34, 1.20, 0.64, 0.42);

    private final double zoomFrom;
    private final double zoomTo;
    private final double focusX;
    private final double focusY;

    CameraMove(double zoomFrom, double zoomTo, double focusX, double focusY) {
        this.zoomFrom = zoomFrom;
        this.zoomTo = zoomTo;
        this.focusX = focusX;
        this.focusY = focusY;
    }

    /** The move for the {@code position}-th photo of a video; the first one depends on the seed. */
    static CameraMove at(long seed, int position) {
        return values()[(int) Math.floorMod(seed + position, (long) values().length)];
    }

    /** How much larger than the canvas a photo has to be so that no move enlarges it. */
    static double closest() {
        return Arrays.stream(values())
                .mapToDouble(move -> Math.max(move.zoomFrom, move.zoomTo))
                .max()
                .orElse(1);
    }

    Visual over(ObjectKey image, int width, int height) {
        return new Visual.Still(image, width, height, zoomFrom, zoomTo, focusX, focusY);
    }
}
