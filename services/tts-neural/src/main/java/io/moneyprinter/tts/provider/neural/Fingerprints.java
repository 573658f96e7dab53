package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.service.store.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What files hold, told by a digest; each is read again only when it has changed. */
final class Fingerprints {

    private record State(long size, FileTime modified, String digest) {}

    private final Map<Path, State> known = new ConcurrentHashMap<>();

    String of(List<Path> files) {
        return Digests.of(files.stream().map(this::of).toArray());
    }

    private String of(Path file) {
        return known.compute(file, (_, before) -> {
                    try {
                        var size = Files.size(file);
                        var modified = Files.getLastModifiedTime(file);
                        return before != null
                                        && before.size() == size
                                        && before.modified().equals(modified)
                                ? before
                                : new State(size, modified, Digests.ofFile(file));
                    } catch (IOException e) {
                        throw BrokenVoice.of(file, "it cannot be read", BrokenVoice.TAKE_AGAIN, e);
                    }
                })
                .digest();
    }
}
