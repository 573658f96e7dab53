package io.moneyprinter.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.hosting.HostingAutoConfiguration;
import io.moneyprinter.service.hosting.ServiceId;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** One small pool per process, and none where no hosted service has a schema. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class, after = HostingAutoConfiguration.class)
@Conditional(DatabaseAutoConfiguration.OnSchema.class)
@EnableConfigurationProperties(DatabaseProperties.class)
public final class DatabaseAutoConfiguration {

    /** The schemas are there before anybody gets the pool. */
    @Bean
    @ConditionalOnMissingBean(DataSource.class)
    HikariDataSource dataSource(DatabaseProperties properties, DataDirectory home, HostedServices hosted) {
        var server = properties.url() == null ? PostgresServer.start(home.directory("pg18")) : null;
        @Nullable HikariDataSource pool = null;
        try {
            pool = new OwningDataSource(configuration(properties, server), server);
            var migrations = new SchemaMigrations(pool);
            for (var service : hosted.services()) {
                if (service.hasSchema()) {
                    migrations.migrate(service.id());
                }
            }
            return pool;
        } catch (RuntimeException e) {
            if (pool != null) {
                pool.close();
            } else if (server != null) {
                server.close();
            }
            throw e;
        }
    }

    private static HikariConfig configuration(DatabaseProperties properties, @Nullable PostgresServer server) {
        var configuration = new HikariConfig();
        configuration.setPoolName("database");
        configuration.setMaximumPoolSize(properties.poolSize());
        configuration.setMinimumIdle(1);
        if (server == null) {
            configuration.setJdbcUrl(Objects.requireNonNull(properties.url()));
            configuration.setUsername(properties.username());
            configuration.setPassword(properties.password());
        } else {
            configuration.setJdbcUrl(server.url());
            configuration.setUsername(server.username());
            configuration.setPassword(server.password());
        }
        configuration.addDataSourceProperty("ApplicationName", "moneyprinter");
        return configuration;
    }

    /** Leaves the server when its last connection is closed. */
    private static final class OwningDataSource extends HikariDataSource {

        private final @Nullable PostgresServer server;

        OwningDataSource(HikariConfig configuration, @Nullable PostgresServer server) {
            super(configuration);
            this.server = server;
        }

        @Override
        public void close() {
            super.close();
            if (server != null) {
                server.close();
            }
        }
    }

    static final class OnSchema extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var needed = HostedServices.of(context.getEnvironment()).services().stream()
                    .anyMatch(ServiceId::hasSchema);
            return new ConditionOutcome(needed, needed ? "a hosted service has a schema" : "no service has a schema");
        }
    }
}
