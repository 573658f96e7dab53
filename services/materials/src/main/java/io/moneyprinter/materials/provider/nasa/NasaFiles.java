package io.moneyprinter.materials.provider.nasa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which files there are of one work. */
record NasaFiles(@Nullable Collection collection) {

    record Collection(@Nullable List<File> items) {}

    /** @param href with spaces and letters of all scripts as they are, often of {@code http} */
    record File(@Nullable String href) {}
}
