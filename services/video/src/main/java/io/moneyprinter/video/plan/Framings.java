package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.materials.Visual.Footage;
import io.moneyprinter.contracts.materials.Visual.Still;
import io.moneyprinter.contracts.video.CameraMove;
import io.moneyprinter.contracts.video.Easing;
import io.moneyprinter.contracts.video.Fit;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import java.util.Locale;
import java.util.Objects;

/** What the settings of a film mean for each of its visuals. */
final class Framings {

    private static final String BLACK = "#000000";

    /** How much larger than the canvas a photo is that the camera pans over. */
    private static final double PAN_SCALE = 1.16;

    private static final double ZOOM = 1.15;

    private final PictureSettings settings;

    private Framings(PictureSettings settings) {
        this.settings = settings;
    }

    static Framings of(VideoSettings settings) {
        return new Framings(Objects.requireNonNullElse(settings.picture(), PictureSettings.DEFAULT));
    }

    Framing of(Visual visual) {
        return switch (visual) {
            case Composition composition -> new Framing.Designed();
            case Footage footage ->
                new Framing.Filmed(
                        fit(),
                        Objects.requireNonNullElse(settings.focusX(), 0.5),
                        Objects.requireNonNullElse(settings.focusY(), 0.5),
                        background(),
                        Objects.requireNonNullElse(settings.speed(), 1.0));
            case Still still -> {
                var x = Objects.requireNonNullElse(settings.focusX(), still.focusX());
                var y = Objects.requireNonNullElse(settings.focusY(), still.focusY());
                yield new Framing.Photographed(fit(), x, y, background(), camera(still, x, y));
            }
        };
    }

    private Camera camera(Still still, double x, double y) {
        var easing = Objects.requireNonNullElse(settings.easing(), Easing.EASE_IN_OUT);
        return switch (Objects.requireNonNullElse(settings.cameraMove(), CameraMove.AUTO)) {
            case NONE -> new Camera.Rest();
            case AUTO -> zoom(Math.max(1, still.zoomFrom()), Math.max(1, still.zoomTo()), x, y, easing);
            case ZOOM_IN -> zoom(1, ZOOM, x, y, easing);
            case ZOOM_OUT -> zoom(ZOOM, 1, x, y, easing);
            case PAN_LEFT -> new Camera.Pan(PAN_SCALE, 1, 0.5, 0, 0.5, easing);
            case PAN_RIGHT -> new Camera.Pan(PAN_SCALE, 0, 0.5, 1, 0.5, easing);
            case PAN_UP -> new Camera.Pan(PAN_SCALE, 0.5, 1, 0.5, 0, easing);
            case PAN_DOWN -> new Camera.Pan(PAN_SCALE, 0.5, 0, 0.5, 1, easing);
        };
    }

    private static Camera zoom(double from, double to, double x, double y, Easing easing) {
        return from == 1 && to == 1 ? new Camera.Rest() : new Camera.Zoom(from, to, x, y, easing);
    }

    private Fit fit() {
        return Objects.requireNonNullElse(settings.fit(), Fit.COVER);
    }

    private String background() {
        return settings.background() == null ? BLACK : settings.background().toLowerCase(Locale.ROOT);
    }
}
