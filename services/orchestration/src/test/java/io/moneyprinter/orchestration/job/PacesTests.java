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

        assertThat(paces.of("mary", "anna", "en")).isEqualTo(55.0 / 40);
        assertThat(paces.of("mary", "anna", "de")).isEqualTo(1);
        assertThat(paces.of("mary", "ben", "en")).isEqualTo(1);
        assertThat(paces.of("edge", "anna", "en")).isEqualTo(1);
    }

    @Test
    void followsWhatWasSpokenLast() {
        for (var i = 0; i < 20; i++) {
            paces.learn("mary", "clara", "en", Duration.ofSeconds(60), Duration.ofSeconds(90));
        }
        assertThat(paces.of("mary", "clara", "en")).isCloseTo(1.5, within(0.03));

        for (var i = 0; i < 20; i++) {
            paces.learn("mary", "clara", "en", Duration.ofSeconds(60), Duration.ofSeconds(48));
        }
        assertThat(paces.of("mary", "clara", "en")).isCloseTo(0.8, within(0.03));
    }
}
