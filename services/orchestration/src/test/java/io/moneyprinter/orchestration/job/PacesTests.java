package io.moneyprinter.orchestration.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.testing.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PacesTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("orchestration");

    private final Paces paces = new Paces(JdbcClient.create(DATABASE.dataSource()));

    @Test
    void believesInTheUsualPaceUntilAVoiceHasSpoken() {
        paces.learn("mary", "anna", "en", Duration.ofSeconds(30), Duration.ofSeconds(45));

        assertThat(paces.of("mary", "anna", "en")).contains(55.0 / 40);
        assertThat(paces.of("mary", "anna", "de")).isEmpty();
        assertThat(paces.of("mary", "ben", "en")).isEmpty();
        assertThat(paces.of("edge", "anna", "en")).isEmpty();
    }

    @Test
    void followsWhatWasSpokenLast() {
        for (var i = 0; i < 20; i++) {
            paces.learn("mary", "clara", "en", Duration.ofSeconds(60), Duration.ofSeconds(90));
        }
        assertThat(paces.of("mary", "clara", "en").orElseThrow()).isCloseTo(1.5, within(0.03));

        for (var i = 0; i < 20; i++) {
            paces.learn("mary", "clara", "en", Duration.ofSeconds(60), Duration.ofSeconds(48));
        }
        assertThat(paces.of("mary", "clara", "en").orElseThrow()).isCloseTo(0.8, within(0.03));
    }
}
