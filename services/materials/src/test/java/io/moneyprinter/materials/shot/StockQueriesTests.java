package io.moneyprinter.materials.shot;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.MaterialSettings;
import io.moneyprinter.contracts.materials.ShotRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockQueriesTests {

    @Test
    void looksFirstForWhatTheScriptWouldLookForAndKeepsOneWayMore() {
        assertThat(StockQueries.of(request(List.of("bee comb", "&beehive!", "waggle dance"))))
                .containsExactly("bee comb", "beehive", "dance hive");
    }

    @Test
    void looksForKeywordsWhereTheScriptSaysNothing() {
        assertThat(StockQueries.of(request(List.of()))).containsExactly("dance hive", "dance", "Why bees dance");
    }

    private static ShotRequest request(List<String> searchTerms) {
        return new ShotRequest(
                UserId.LOCAL,
                new VideoId("video"),
                0,
                1,
                "Bees dance in the hive.",
                null,
                List.of("dance", "hive"),
                "Why bees dance",
                "en",
                Duration.ofSeconds(3),
                1080,
                1920,
                1,
                MaterialSettings.DEFAULT,
                searchTerms,
                null);
    }
}
