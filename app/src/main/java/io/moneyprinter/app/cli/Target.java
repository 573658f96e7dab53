package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.common.SoundFormat;
import io.moneyprinter.contracts.orchestration.Produce;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a video go.
 *
 * @param main the film, the sound or the captions; null to name it after the title, in the current directory
 * @param ending of the main file, without dot
 */
record Target(@Nullable Path main, String ending) {

    private static final int MAX_NAME = 80;

    /** What the main file may end in; the first one is usual. */
    static List<String> endings(Produce produce) {
        return switch (produce) {
            case VIDEO -> List.of("mp4");
            case AUDIO ->
                Arrays.stream(SoundFormat.values())
                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                        .toList();
            case CAPTIONS -> List.of("srt");
        };
    }

    static Target of(Path main, String ending) {
        return new Target(main, ending);
    }

    static Target byTitle(String ending) {
        return new Target(null, ending);
    }

    /** The format of sound that the ending means; null for another file. */
    @Nullable
    SoundFormat sound() {
        return endings(Produce.AUDIO).contains(ending) ? SoundFormat.valueOf(ending.toUpperCase(Locale.ROOT)) : null;
    }

    /** Whether the main file is this one, as far as that is known before there is a title. */
    boolean overwrites(Path file) {
        return main != null
                && main.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize());
    }

    Path main(String title) {
        return main == null ? Path.of(name(title) + "." + ending) : main;
    }

    /** The file beside the main one that has this ending. */
    Path beside(Path main, String other) {
        var name = String.valueOf(main.getFileName());
        return main.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
    }

    /** A file name: letters and digits of any script, joined by hyphens. */
    static String name(String title) {
        var slug = Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        var end = slug.offsetByCodePoints(0, Math.min(MAX_NAME, slug.codePointCount(0, slug.length())));
        return slug.isEmpty() ? "video" : slug.substring(0, end);
    }
}
