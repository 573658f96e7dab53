package io.moneyprinter.service.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the database is.
 *
 * @param url JDBC URL of a PostgreSQL; none to run one below the data directory
 * @param username who owns the database; only with {@code url}
 * @param password of that user; only with {@code url}
 * @param poolSize connections that this process opens at most
 */
@Validated
@ConfigurationProperties("moneyprinter.database")
public record DatabaseProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("20") @Min(2) @Max(200) int poolSize) {

    public DatabaseProperties {
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "moneyprinter.database.url: not a PostgreSQL (expected: jdbc:postgresql://host:port/database)");
        }
    }

    @Override
    public String toString() {
        return "DatabaseProperties[url=%s, username=%s, password=***, poolSize=%d]".formatted(url, username, poolSize);
    }
}
