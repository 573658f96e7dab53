package io.moneyprinter.video.render;

import io.moneyprinter.testing.SharedFfmpeg;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What the packets of a file say. */
final class Packets {

    private Packets() {}

    /** The distances between pictures that occur, in the file's units of time. */
    static List<Long> distances(Path file) {
        var facts = SharedFfmpeg.ffmpeg()
                .probe()
                .facts(file, "packet=pts,codec_type")
                .facts();
        var times = IntStream.range(0, facts.size())
                .filter(i -> "video".equals(facts.get("packets." + i + ".codec_type")))
                .mapToLong(i -> Long.parseLong(facts.getOrDefault("packets." + i + ".pts", "-1")))
                .sorted()
                .toArray();
        return IntStream.range(1, times.length)
                .mapToObj(i -> times[i] - times[i - 1])
                .distinct()
                .toList();
    }
}
