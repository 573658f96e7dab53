package io.moneyprinter.tts.provider.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EdgeTokenTests {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final String EXPECTED = "42D1947403FD94975436C65DBFCA8003073F9CB5C3F1CE25AF8961A11D7C3DFE";

    private final EdgeToken token =
            new EdgeToken("6A5AA1D4EAFF4E9FB37E23D68491D6F4", Clock.fixed(NEW_YEAR, ZoneOffset.UTC));

    @Test
    void holdsForFiveMinutes() {
        assertThat(token.current()).isEqualTo(EXPECTED);
        assertThat(token.at(NEW_YEAR.plusSeconds(299))).isEqualTo(EXPECTED);
        assertThat(token.at(NEW_YEAR.plusSeconds(300))).isNotEqualTo(EXPECTED);
        assertThat(token.at(NEW_YEAR.minusSeconds(1))).isNotEqualTo(EXPECTED);
    }

    @Test
    void followsTheClockOfTheService() {
        token.follow(NEW_YEAR.plusSeconds(3600));

        assertThat(token.current()).isEqualTo(token.at(NEW_YEAR.plusSeconds(3600)));
        assertThat(token.now()).isEqualTo(NEW_YEAR.plusSeconds(3600));
    }
}
