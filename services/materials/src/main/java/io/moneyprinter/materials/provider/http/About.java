package io.moneyprinter.materials.provider.http;

import io.moneyprinter.materials.words.FileTitle;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What providers say a clip shows, in words. */
public final class About {

    private About() {}

    /** Titles, descriptions and the like, of which any may be missing; empty when all are, or are names of a camera. */
    public static String of(@Nullable String... texts) {
        return Arrays.stream(texts)
                .map(Credit::clean)
                .filter(text -> !FileTitle.of(text).isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    public static String tags(@Nullable Collection<String> tags) {
        return tags == null ? "" : of(String.join(", ", tags));
    }

    /** The words that the address of a page ends in, such as {@code …/video/bees-on-a-meadow-21/}. */
    public static String page(@Nullable String address) {
        if (address == null) {
            return "";
        }
        var path = address.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
        return of(path.substring(path.lastIndexOf('/') + 1).replace('-', ' ').replaceAll("\\b\\d+\\b", ""));
    }
}
