package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrationTrackTests {

    @TempDir
    Path work;

    private ObjectStore store;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(work, Clock.systemUTC());
    }

    @Test
    void putsEverySentenceToTheSample() throws IOException {
        var click = Sound.of(1, i -> i == 20_000 ? 0.5 : 0).storeIn(store, "speech");
        var long40k = Sound.of(2.5, i -> i == 70_000 ? -0.5 : 0).storeIn(store, "speech");

        var track =
                written(List.of(new Placement(click, 1_001, 48_000), new Placement(long40k, 60_003, 120_000)), 200_000);

        assertThat(track.samples()).hasSize(200_000);
        for (var i = 0; i < 200_000; i++) {
            assertThat(track.samples()[i])
                    .isEqualTo(
                            switch (i) {
                                case 21_001 -> 16_384 / 32_767.0;
                                case 130_003 -> -16_383 / 32_767.0;
                                default -> 0.0;
                            });
        }
    }

    @Test
    void smoothsTheEdges() throws IOException {
        var steady = Sound.of(0.1, i -> 0.5).storeIn(store, "speech");

        var track = written(List.of(new Placement(steady, 100, 4_800)), 5_000).samples();

        for (var i = 1; i < track.length; i++) {
            assertThat(Math.abs(track[i] - track[i - 1])).isLessThan(0.006);
        }
        assertThat(track[2_500]).isEqualTo(16_384 / 32_767.0);
    }

    @Test
    void isSilentWithoutNarration() throws IOException {
        assertThat(written(List.of(), 70_000).samples()).hasSize(70_000).containsOnly(0);
    }

    @Test
    void refusesWhatIsNotASentence() throws IOException {
        var text = new ObjectKey("speech/text.wav");
        store.put(text, "this is no sound, only words".getBytes(StandardCharsets.UTF_8));
        var tooShort = Sound.of(0.5, i -> 0).storeIn(store, "speech");

        for (var unusable : List.of(text, tooShort)) {
            assertThatExceptionOfType(CodedException.class)
                    .isThrownBy(() -> written(List.of(new Placement(unusable, 0, 48_000)), 50_000))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(AudioErrorCode.NARRATION_UNUSABLE));
        }
    }

    private Sound written(List<Placement> narration, long samples) throws IOException {
        var file = store.newFile("wav");
        new NarrationTrack(store).write(narration, samples, file);
        return Sound.read(file);
    }
}
