package io.moneyprinter.materials.link;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Links signed with a key of tests. */
public final class TestLinks {

    static final byte[] KEY = "a key that only tests have, and others do not".getBytes(StandardCharsets.UTF_8);

    private TestLinks() {}

    public static Links at(Clock clock) {
        return at(clock, "", List.of(KEY));
    }

    /** Those of a server that has its data there, signed with its keys. */
    public static Links of(Path home, Clock clock) {
        return new Links(new StoredLinkKeys(home, Duration.ofDays(90), clock), properties(""), clock);
    }

    static Links at(Clock clock, String base, List<byte[]> keys) {
        return new Links(() -> keys, properties(base), clock);
    }

    private static LinkProperties properties(String base) {
        return new LinkProperties(base, Duration.ofDays(7), Duration.ofDays(30), List.of(), Duration.ofDays(90));
    }
}
