package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.service.store.LocalObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTests {

    private static final int SECOND = Sound.SECOND;

    @TempDir
    Path work;

    @Test
    void hearsTheSameBeatsPieceByPiece() throws IOException {
        var store = new LocalObjectStore(work, Clock.systemUTC());
        var key = FilmMusicTests.clicks(26).storeIn(store, "assets");
        var recordings = new Recordings(store, SharedFfmpeg.ffmpeg().probe(), Duration.ofSeconds(9));

        var beats = recordings.beats(
                key,
                26L * SECOND,
                Duration.ofMinutes(1),
                (command, deadline) -> Ffmpeg.require(SharedFfmpeg.ffmpeg().run(command, deadline)));

        assertThat(beats).hasSizeBetween(50, 53);
        assertThat(beats.getLast()).isGreaterThan(25_000);
        for (var i = 1; i < beats.size(); i++) {
            assertThat(beats.get(i) - beats.get(i - 1)).as("beat %d", i).isCloseTo(500, within(70));
        }
    }
}
