package io.moneyprinter.ffmpeg.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What real programs have said. */
final class Recording {

    private Recording() {}

    static String text(String name) throws IOException {
        try (var in = Objects.requireNonNull(Recording.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<String> lines(String name) throws IOException {
        return text(name).lines().toList();
    }
}
