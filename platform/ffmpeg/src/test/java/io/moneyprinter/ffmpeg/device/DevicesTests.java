package io.moneyprinter.ffmpeg.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DevicesTests {

    @Test
    void looksOnceAndKeepsNobodyWaitingWhoDoesNotAsk() throws Exception {
        var looks = new AtomicInteger();
        var go = new CountDownLatch(1);
        var devices = new Devices(() -> {
            looks.incrementAndGet();
            await(go);
            return DeviceReport.NOTHING;
        });

        var first = devices.look();
        var second = devices.look();

        assertThat(first).isSameAs(second).isNotDone();
        go.countDown();
        assertThat(devices.report()).isEqualTo(DeviceReport.NOTHING);
        assertThat(devices.report()).isEqualTo(DeviceReport.NOTHING);
        assertThat(looks).hasValue(1);
    }

    @Test
    void goesOnWithoutDevicesWhenTheLookFails() {
        var devices = new Devices(() -> {
            throw new IllegalStateException("the disk is full");
        });

        assertThat(devices.report().devices()).isEmpty();
        assertThat(devices.report())
                .hasToString("the CPU (not used: devices: the look for them failed: the disk is full)");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
