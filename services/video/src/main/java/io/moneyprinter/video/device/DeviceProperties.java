package io.moneyprinter.video.device;

import io.moneyprinter.ffmpeg.device.SlotRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How GPUs are used for encoding.
 *
 * @param enabled {@code auto} uses every GPU that passes a test encode, {@code off} none
 * @param sessions encodes at a time on each GPU; 0 for what its kind usually bears: 3 with NVIDIA, 2 with others
 * @param testTimeout after which a GPU that is tested counts as stuck
 * @param failures in a row after which a GPU rests
 * @param rest how long it rests before it is tested again
 * @param batch short chunks of one film share a session for so long before it goes to the next film
 */
@ConfigurationProperties("moneyprinter.video.devices")
public record DeviceProperties(
        @DefaultValue("auto") Enabled enabled,
        @DefaultValue("0") int sessions,
        @DefaultValue("15s") Duration testTimeout,
        @DefaultValue("3") int failures,
        @DefaultValue("1m") Duration rest,
        @DefaultValue("4s") Duration batch) {

    static final DeviceProperties OFF = new DeviceProperties(
            Enabled.OFF, 0, Duration.ofSeconds(15), 3, Duration.ofMinutes(1), Duration.ofSeconds(4));

    public DeviceProperties {
        if (sessions < 0 || sessions > 64) {
            throw new IllegalArgumentException("sessions: %d (expected: 0 to 64)".formatted(sessions));
        }
        within("test-timeout", testTimeout, Duration.ofSeconds(1), Duration.ofMinutes(2));
        if (failures < 1 || failures > 100) {
            throw new IllegalArgumentException("failures: %d (expected: 1 to 100)".formatted(failures));
        }
        within("rest", rest, Duration.ofSeconds(1), Duration.ofDays(1));
        within("batch", batch, Duration.ZERO, Duration.ofMinutes(5));
    }

    /** Whether GPUs are used. */
    public enum Enabled {
        AUTO,
        OFF
    }

    SlotRules rules() {
        return new SlotRules(failures, rest, batch);
    }

    private static void within(String name, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException("%s: %s (expected: %s to %s)".formatted(name, value, min, max));
        }
    }
}
