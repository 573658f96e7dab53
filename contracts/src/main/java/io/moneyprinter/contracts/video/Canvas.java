package io.moneyprinter.contracts.video;

/**
 * The frame that is rendered.
 *
 * @param width pixels, even
 * @param height pixels, even
 * @param fps frames per second
 */
public record Canvas(int width, int height, int fps) {

    public Canvas {
        if (width < 144 || height < 144 || width > 3840 || height > 3840 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "canvas: %dx%d (expected: even numbers from 144 to 3840)".formatted(width, height));
        }
        if (fps != 24 && fps != 25 && fps != 30 && fps != 50 && fps != 60) {
            throw new IllegalArgumentException("fps: %d (expected: 24, 25, 30, 50 or 60)".formatted(fps));
        }
    }

    /** The canvas that settings ask for. */
    public static Canvas of(VideoSettings settings) {
        var fps = settings.fps() == null ? 30 : settings.fps();
        var resolution = settings.resolution();
        if (resolution != null) {
            var cross = resolution.indexOf('x');
            return new Canvas(
                    Integer.parseInt(resolution.substring(0, cross)),
                    Integer.parseInt(resolution.substring(cross + 1)),
                    fps);
        }
        return switch (settings.aspect() == null ? "9:16" : settings.aspect()) {
            case "16:9" -> new Canvas(1920, 1080, fps);
            case "1:1" -> new Canvas(1080, 1080, fps);
            case "4:5" -> new Canvas(1080, 1350, fps);
            case "4:3" -> new Canvas(1440, 1080, fps);
            default -> new Canvas(1080, 1920, fps);
        };
    }
}
