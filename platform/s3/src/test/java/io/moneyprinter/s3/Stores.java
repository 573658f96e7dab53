package io.moneyprinter.s3;

import io.moneyprinter.service.store.CacheLimit;
import io.moneyprinter.service.store.FileCache;
import io.moneyprinter.service.store.ObjectDirectory;
import io.moneyprinter.testing.s3.S3Server;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

/** Stores in the bucket of a test, set up as a program sets them up. */
final class Stores {

    private Stores() {}

    static S3ObjectStore in(S3Server server, Path directory, String... settings) {
        return of(properties(server.endpoint(), settings), directory, Clock.systemUTC(), CacheLimit.NONE);
    }

    static S3ObjectStore in(S3Server server, Path directory, Clock clock, CacheLimit limit) {
        return of(properties(server.endpoint()), directory, clock, limit);
    }

    /** Every use is noted at once. */
    static S3ObjectStore of(S3Properties properties, Path directory, Clock clock, CacheLimit limit) {
        var copies = new ObjectDirectory(directory, clock);
        return new S3ObjectStore(
                new Bucket(Clients.client(properties), Clients.presigner(properties), properties),
                copies,
                new FileCache(copies, "", clock, limit),
                clock,
                Duration.ZERO,
                properties);
    }

    /** @param settings further ones, such as {@code --prefix=a/} */
    static S3Properties properties(URI endpoint, String... settings) {
        var values = new HashMap<String, String>();
        values.put("s3.endpoint", endpoint.toString());
        values.put("s3.bucket", S3Server.BUCKET);
        values.put("s3.access-key", S3Server.ACCESS_KEY);
        values.put("s3.secret-key", S3Server.SECRET_KEY);
        values.put("s3.part-size", "5MB");
        values.put("s3.timeout", "2s");
        for (var setting : settings) {
            var parts = setting.substring(2).split("=", 2);
            values.put("s3." + parts[0], parts[1]);
        }
        return new Binder(
                        java.util.List.of(new MapConfigurationPropertySource(values)),
                        null,
                        ApplicationConversionService.getSharedInstance())
                .bindOrCreate("s3", S3Properties.class);
    }
}
