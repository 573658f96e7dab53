package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTests {

    @Test
    void givesEveryThingItsShareOfPlaces() {
        var spread = new Spread(3, 7);

        assertThat(IntStream.range(0, 7).mapToObj(spread::at))
                .containsExactly(List.of(0), List.of(0), List.of(0), List.of(1), List.of(1), List.of(2), List.of(2));
    }

    @Test
    void leavesNothingOutAndNoPlaceEmpty() {
        for (var things = 1; things <= 30; things++) {
            for (var places = 1; places <= 30; places++) {
                var spread = new Spread(things, places);
                var given = IntStream.range(0, places).mapToObj(spread::at).toList();

                assertThat(given).noneMatch(List::isEmpty);
                assertThat(given.stream().flatMap(List::stream).distinct())
                        .containsExactlyElementsOf(
                                IntStream.range(0, things).boxed().toList());
            }
        }
    }
}
