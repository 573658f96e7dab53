package io.moneyprinter.materials.image;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Image models for tests of what uses them. */
public final class TestImages {

    private TestImages() {}

    /** All of them, in that order. */
    public static ImageModels asking(TestDatabase database, ObjectStore store, ImageGenerator... generators) {
        return new ImageModels(
                List.of(generators),
                new ImageProperties(
                        Stream.of(generators).map(ImageGenerator::provider).toList(),
                        "Photograph",
                        "letters",
                        Duration.ofSeconds(30)),
                new JdbcImages(database.dataSource()),
                Intakes.into(store),
                store,
                Clock.systemUTC(),
                new StaticListableBeanFactory().getBeanProvider(MeterRegistry.class));
    }
}
