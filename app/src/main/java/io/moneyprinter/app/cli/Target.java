package io.moneyprinter.app.cli;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a video go.
 *
 * @param video null to name it after the title, in the current directory
 */
record Target(@Nullable Path video) {

    private static final int MAX_NAME = 80;

    static Target of(Path video) {
        return new Target(video);
    }

    static Target byTitle() {
        return new Target(null);
    }

    Path video(String title) {
        return video == null ? Path.of(slug(title) + ".mp4") : video;
    }

    /** The file beside the video that has this ending. */
    static Path beside(Path video, String ending) {
        var name = String.valueOf(video.getFileName());
        return video.resolveSibling(name.substring(0, name.length() - "mp4".length()) + ending);
    }

    /** Letters and digits of any script, joined by hyphens. */
    private static String slug(String title) {
        var slug = Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        var end = slug.offsetByCodePoints(0, Math.min(MAX_NAME, slug.codePointCount(0, slug.length())));
        return slug.isEmpty() ? "video" : slug.substring(0, end);
    }
}
