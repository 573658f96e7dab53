package io.moneyprinter.orchestration.job;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long each voice takes for a script, learned from what it has spoken. */
@Component
public class Paces {

    /** Seconds that are believed to be right before anything was spoken. */
    private static final double PRIOR = 10;

    /** What was known counts this much when there is something new. */
    private static final double MEMORY = 0.8;

    private final JdbcClient jdbc;

    Paces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seconds that the voice takes, at its own speed, for what is estimated as one; empty of a voice that never spoke. */
    public Optional<Double> of(String provider, String voice, String language) {
        return jdbc.sql("""
                        SELECT (measured + :prior) / (estimated + :prior) FROM orchestration.voice_pace
                        WHERE provider = :provider AND voice = :voice AND language = :language
                        """)
                .param("prior", PRIOR)
                .param("provider", provider)
                .param("voice", voice)
                .param("language", language)
                .query(Double.class)
                .optional();
    }

    /** @param measured at the voice's own speed */
    public void learn(String provider, String voice, String language, Duration estimated, Duration measured) {
        jdbc.sql("""
                INSERT INTO orchestration.voice_pace AS known (provider, voice, language, estimated, measured)
                VALUES (:provider, :voice, :language, :estimated, :measured)
                ON CONFLICT (provider, voice, language) DO UPDATE SET
                    estimated = known.estimated * :memory + excluded.estimated,
                    measured = known.measured * :memory + excluded.measured
                """)
                .param("provider", provider)
                .param("voice", voice)
                .param("language", language)
                .param("estimated", estimated.toMillis() / 1e3)
                .param("measured", measured.toMillis() / 1e3)
                .param("memory", MEMORY)
                .update();
    }
}
