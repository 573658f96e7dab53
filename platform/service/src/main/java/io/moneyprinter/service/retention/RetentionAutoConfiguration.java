package io.moneyprinter.service.retention;

import io.moneyprinter.service.database.DatabaseAutoConfiguration;
import io.moneyprinter.service.hosting.HostingAutoConfiguration;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreProperties;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Wherever there is a database, what lies in the store can be compared with it. */
@AutoConfiguration(after = {HostingAutoConfiguration.class, DatabaseAutoConfiguration.class})
@ConditionalOnBean({DataSource.class, ObjectStore.class})
public final class RetentionAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RetentionAutoConfiguration.class);

    @Bean
    Retention retention(ObjectStore store, DataSource dataSource, StoreProperties properties, Clock clock) {
        var retention = new Retention(store, dataSource, Pointing.ofAllServices(), properties, clock);
        try {
            retention.leaveMark();
        } catch (RuntimeException later) {
            // Whoever collects for this database leaves it.
            log.warn("the store does not know yet whose it is: {}", later.toString());
        }
        return retention;
    }

    @Bean
    @Conditional(OnSweep.class)
    RetentionSweep retentionSweep(Retention retention, StoreProperties properties) {
        return new RetentionSweep(retention, properties);
    }

    static final class OnSweep extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            // Environments of tests know no durations.
            var never = Binder.get(context.getEnvironment())
                    .bind("moneyprinter.store.sweep", Duration.class)
                    .map(Duration::isZero)
                    .orElse(false);
            return new ConditionOutcome(!never, never ? "the store is not swept" : "the store is swept");
        }
    }
}
