package io.moneyprinter.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RationalTimeTests {

    private static final FrameRate FILM = FrameRate.of(24);
    private static final FrameRate NTSC = new FrameRate(30_000, 1_001);
    private static final FrameRate SAMPLES = FrameRate.of(48_000);

    @Property
    void addsAndTakesAwayWithoutLoss(@ForAll("times") RationalTime a, @ForAll("times") RationalTime b) {
        var other = new RationalTime(b.value(), a.rate());

        assertThat(a.plus(other).minus(other)).isEqualTo(a);
    }

    @Property
    void comesBackFromAFinerRate(@ForAll("times") RationalTime time) {
        assertThat(time.atRate(SAMPLES).atRate(time.rate())).isEqualTo(time);
    }

    @Property
    void roundsToTheNearestFrame(@ForAll("times") RationalTime time) {
        var frames = time.atRate(FILM);

        assertThat(Math.abs(frames.toSeconds() - time.toSeconds())).isLessThanOrEqualTo(0.5 / 24 + 1e-9);
    }

    @Property
    void comesBackFromADuration(@ForAll("times") RationalTime time) {
        assertThat(time.rate().nearest(time.toDuration())).isEqualTo(time);
    }

    @Property
    void keepsItsOrderAtAnotherRate(@ForAll("times") RationalTime a, @ForAll("times") RationalTime b) {
        var other = new RationalTime(b.value(), a.rate());

        if (a.compareTo(other) <= 0) {
            assertThat(a.atRate(FILM)).isLessThanOrEqualTo(other.atRate(FILM));
        }
    }

    @Property
    void splitsARangeIntoTwoThatMeetAndShareNothing(
            @ForAll("times") RationalTime start, @ForAll("lengths") long first, @ForAll("lengths") long second) {
        var left = TimeRange.of(start.value(), first, start.rate());
        var right = new TimeRange(left.endExclusive(), new RationalTime(second, start.rate()));
        var whole = TimeRange.of(start.value(), first + second, start.rate());

        assertThat(whole.contains(left)).isTrue();
        assertThat(whole.contains(right)).isTrue();
        assertThat(right.endExclusive()).isEqualTo(whole.endExclusive());
        assertThat(left.overlaps(right)).isFalse();
    }

    @Example
    void refusesToMixRates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RationalTime(1, FILM).plus(new RationalTime(1, NTSC)))
                .withMessage("rate: 30000/1001 (expected: 24/1)");
    }

    @Example
    void knowsTheDurationOfNtscFrames() {
        assertThat(new RationalTime(30_000, NTSC).toDuration()).isEqualTo(Duration.ofSeconds(1_001));
        assertThat(new RationalTime(-1, FrameRate.of(2)).toDuration()).isEqualTo(Duration.ofMillis(-500));
    }

    @Provide
    Arbitrary<RationalTime> times() {
        var values = Arbitraries.longs().between(-1_000_000, 1_000_000);
        var rates = Arbitraries.of(FILM, NTSC, FrameRate.of(25), FrameRate.of(30), FrameRate.of(50), FrameRate.of(60));
        return Combinators.combine(values, rates).as(RationalTime::new);
    }

    @Provide
    Arbitrary<Long> lengths() {
        return Arbitraries.longs().between(1, 100_000);
    }
}
