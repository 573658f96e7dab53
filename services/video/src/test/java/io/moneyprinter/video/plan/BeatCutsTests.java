package io.moneyprinter.video.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.timeline.FrameRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BeatCutsTests {

    private static final FrameRate RATE = FrameRate.of(30);
    private static final long SHORTEST = 15;

    /** 120 a minute: every fifteenth frame. */
    private static final List<Double> BEATS =
            IntStream.range(0, 400).mapToObj(beat -> beat * 0.5).toList();

    @Test
    void movesCutsToTheNearestBeat() {
        // Cuts at 50, 97 and 160; the end stays.
        assertThat(moved(50, 47, 63, 40)).containsExactly(45L, 45L, 75L, 35L);
    }

    @Test
    void leavesCutsThatNoBeatIsNear() {
        var beats = List.of(0.0, 3.0);

        assertThat(BeatCuts.moved(List.of(50L, 50L, 50L), beats, RATE, SHORTEST))
                .containsExactly(50L, 50L, 50L);
        assertThat(BeatCuts.moved(List.of(50L, 45L, 50L), beats, RATE, SHORTEST))
                .containsExactly(50L, 40L, 55L);
    }

    @Test
    void leavesEverythingWithoutBeats() {
        var lengths = List.of(50L, 47L);

        assertThat(BeatCuts.moved(lengths, List.of(), RATE, SHORTEST)).isEqualTo(lengths);
        assertThat(moved(77)).containsExactly(77L);
    }

    @Test
    void keepsEveryPictureLongEnoughAndTheFilmAsLong() {
        var random = new Random(7);
        for (var film = 0; film < 500; film++) {
            var lengths = random.longs(1 + random.nextInt(30), 8, 120).boxed().toList();

            var moved = BeatCuts.moved(lengths, BEATS, RATE, SHORTEST);

            assertThat(sum(moved)).isEqualTo(sum(lengths));
            var at = 0L;
            var before = 0L;
            for (var i = 0; i < lengths.size(); i++) {
                assertThat(moved.get(i)).isGreaterThanOrEqualTo(Math.min(SHORTEST, lengths.get(i)) - 7);
                at += moved.get(i);
                before += lengths.get(i);
                assertThat(Math.abs(at - before)).isLessThanOrEqualTo(8);
            }
        }
    }

    private static List<Long> moved(long... lengths) {
        var all = new ArrayList<Long>();
        for (var length : lengths) {
            all.add(length);
        }
        return BeatCuts.moved(all, BEATS, RATE, SHORTEST);
    }

    private static long sum(List<Long> lengths) {
        return lengths.stream().mapToLong(Long::longValue).sum();
    }
}
