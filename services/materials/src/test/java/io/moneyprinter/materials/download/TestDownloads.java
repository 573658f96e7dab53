package io.moneyprinter.materials.download;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Downloads for tests of what uses them. */
public final class TestDownloads {

    private TestDownloads() {}

    /** May ask servers on this machine, and loses patience soon. */
    public static Downloads local() {
        return new Downloads(new DownloadProperties(
                true, DataSize.ofMegabytes(1), Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofSeconds(2)));
    }

    /** As it is for everybody. */
    static Downloads usual() {
        return new Downloads(new DownloadProperties(
                false, DataSize.ofMegabytes(1), Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofSeconds(2)));
    }
}
