package io.moneyprinter.s3;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.hosting.HostingAutoConfiguration;
import io.moneyprinter.service.store.CacheLimit;
import io.moneyprinter.service.store.FileCache;
import io.moneyprinter.service.store.ObjectDirectory;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreErrorCode;
import io.moneyprinter.service.store.StoreProperties;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The store of a program that is told to keep its objects in a bucket. */
@AutoConfiguration(before = HostingAutoConfiguration.class)
@ConditionalOnProperty(name = "moneyprinter.store.kind", havingValue = "s3")
@EnableConfigurationProperties({StoreProperties.class, S3Properties.class})
public final class S3AutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(S3AutoConfiguration.class);

    /**
     * Does not start with a bucket that refuses us. One that does not answer may come back.
     *
     * <p>Copies lie apart from the objects of a local store: those are not known to the bucket.
     */
    @Bean
    @ConditionalOnMissingBean(ObjectStore.class)
    S3ObjectStore objectStore(S3Properties properties, StoreProperties store, DataDirectory home, Clock clock) {
        var bucket = new Bucket(Clients.client(properties), Clients.presigner(properties), properties);
        try {
            bucket.check();
        } catch (CodedException e) {
            if (e.code() != StoreErrorCode.STORE_UNAVAILABLE) {
                bucket.close();
                log.debug("the SDK says", e);
                throw new IllegalStateException("moneyprinter.store.s3: " + e.getMessage());
            }
            log.warn("{}", e.getMessage());
        }
        var copies = new ObjectDirectory(home.directory("s3"), clock);
        var limit = new CacheLimit(properties.localLimit().toBytes(), store.cacheKeep());
        return new S3ObjectStore(
                bucket,
                copies,
                new FileCache(copies, "", clock, limit),
                clock,
                store.grace().dividedBy(2),
                properties);
    }
}
