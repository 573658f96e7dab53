package io.moneyprinter.materials.download;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Downloads for tests of what uses them. */
public final class TestDownloads {

    private static final Downloads LOCAL = new Downloads(properties(true));

    private TestDownloads() {}

    /** May ask servers on this machine, and loses patience soon; one for all. */
    public static Downloads local() {
        return LOCAL;
    }

    private static DownloadProperties properties(boolean allowLoopback) {
        return new DownloadProperties(
                allowLoopback,
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(2),
                Duration.ofMillis(400),
                Duration.ofSeconds(2),
                "");
    }
}
