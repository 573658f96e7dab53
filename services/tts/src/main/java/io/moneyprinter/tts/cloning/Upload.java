package io.moneyprinter.tts.cloning;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as it came in.
 *
 * @param name what the user calls it
 */
record Upload(Path file, @Nullable String name) {

    /** What its name promises, without dot; null when it promises nothing. */
    @Nullable
    String extension() {
        var dot = name == null ? -1 : name.lastIndexOf('.');
        return dot < 0 || name == null ? null : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
