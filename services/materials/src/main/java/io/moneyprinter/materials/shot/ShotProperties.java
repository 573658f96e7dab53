package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.MaterialSource;
import io.moneyprinter.materials.spi.StockKind;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pictures are chosen.
 *
 * @param sources the order in which sources are asked when a request does not say
 * @param searchesFreshFor how long the answer of a stock provider is used again
 * @param longestClip longer clips are left alone: a sentence needs a few seconds of them
 * @param pagesPerQuery of a stock provider's results that are looked through for a sentence
 * @param floor what a picture has to score at least, 0..1; else the next source is asked
 * @param avoidOfLast how many of the user's latest videos are looked at for clips that were seen already
 * @param stock what is looked for at stock providers, in that order: what moves, then what does not
 */
@ConfigurationProperties("moneyprinter.materials.shots")
public record ShotProperties(
        @DefaultValue({"own", "library", "stock", "generated", "designed"})
        List<MaterialSource> sources,

        @DefaultValue("24h") Duration searchesFreshFor,
        @DefaultValue("90s") Duration longestClip,
        @DefaultValue("2") int pagesPerQuery,
        @DefaultValue("0.3") double floor,
        @DefaultValue("10") int avoidOfLast,
        @DefaultValue({"video", "photo"}) List<StockKind> stock) {

    public ShotProperties {
        sources = List.copyOf(sources);
        stock = List.copyOf(stock);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources: none (expected: at least one)");
        }
        if (!(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("floor: %s (expected: 0 to 1)".formatted(floor));
        }
        if (pagesPerQuery < 1) {
            throw new IllegalArgumentException("pages-per-query: %d (expected: at least 1)".formatted(pagesPerQuery));
        }
    }
}
