package io.moneyprinter.service.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Keeps Boot from making a pool of its own: a process without a schema has none, and starts without one. */
final class DataSourceFilter implements AutoConfigurationImportFilter {

    private static final String REPLACED = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[candidates.length];
        for (var i = 0; i < candidates.length; i++) {
            wanted[i] = !Objects.equals(candidates[i], REPLACED);
        }
        return wanted;
    }
}
