package io.moneyprinter.ffmpeg.device;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The devices of this machine. They are looked for once, beside everything else, when first somebody wants to know. */
public final class Devices {

    private static final Logger LOG = LoggerFactory.getLogger(Devices.class);

    private final Supplier<DeviceReport> discovery;
    private @Nullable CompletableFuture<DeviceReport> found;

    public Devices(Supplier<DeviceReport> discovery) {
        this.discovery = discovery;
    }

    /** Begins to look, and returns at once. */
    public synchronized CompletableFuture<DeviceReport> look() {
        var running = found;
        if (running == null) {
            running = new CompletableFuture<>();
            found = running;
            var result = running;
            Thread.ofVirtual().name("device-discovery").start(() -> result.complete(discovered()));
        }
        return running;
    }

    /** Waits for the end of the look. */
    public DeviceReport report() {
        return look().join();
    }

    private DeviceReport discovered() {
        try {
            var report = discovery.get();
            LOG.info("films are encoded by {}", report);
            return report;
        } catch (RuntimeException e) {
            LOG.warn("cannot look for devices that encode; the CPU does", e);
            return new DeviceReport(
                    List.of(),
                    List.of(new DeviceReport.Refused("devices", "the look for them failed: " + e.getMessage())));
        }
    }
}
