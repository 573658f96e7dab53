package io.moneyprinter.ffmpeg.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareTests {

    @Test
    void findsTheRenderNodesOfTheMachine(@TempDir Path dri) throws Exception {
        for (var name : new String[] {"card0", "renderD129", "renderD128"}) {
            Files.createFile(dri.resolve(name));
        }

        assertThat(Hardware.renderNodes(dri))
                .containsExactly(
                        dri.resolve("renderD128").toString(),
                        dri.resolve("renderD129").toString());
        assertThat(Hardware.renderNodes(dri.resolve("missing"))).isEmpty();
    }

    @Test
    void passesOnWhatDriversListenToAndNothingElse() {
        var environment =
                Map.of("CUDA_VISIBLE_DEVICES", "1", "LIBVA_DRIVER_NAME", "iHD", "SECRET", "x", "HOME", "/root");

        assertThat(DriverEnvironment.of(environment))
                .isEqualTo(Map.of("CUDA_VISIBLE_DEVICES", "1", "LIBVA_DRIVER_NAME", "iHD"));
    }
}
