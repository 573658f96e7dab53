package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.MaterialSource;
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
 */
@ConfigurationProperties("moneyprinter.materials.shots")
public record ShotProperties(
        @DefaultValue({"own", "stock", "designed"}) List<MaterialSource> sources,
        @DefaultValue("24h") Duration searchesFreshFor,
        @DefaultValue("90s") Duration longestClip) {

    public ShotProperties {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources: none (expected: at least one)");
        }
    }
}
