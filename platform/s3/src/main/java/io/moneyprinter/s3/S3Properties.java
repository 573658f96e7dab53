package io.moneyprinter.s3;

import io.moneyprinter.service.provider.ApiKey;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bucket that objects lie in when {@code moneyprinter.store.kind} is {@code s3}.
 *
 * @param endpoint where a server answers that is not Amazon's, such as {@code http://minio:9000}
 * @param publicEndpoint the same for those whom we send there, if they know it by another address
 * @param region of the bucket
 * @param bucket its name; it has to be there already
 * @param prefix what all keys begin with, such as {@code moneyprinter/}; empty if the bucket is ours alone
 * @param accessKey who we are; where it is not set, what the AWS SDK finds (environment, profile, role of the machine)
 * @param secretKey goes with the access key
 * @param pathStyle whether the bucket is named in the path and not in the host; by default where an endpoint is set
 * @param encryption what the server encrypts objects with: {@code none} leaves it to the bucket, {@code aes256} takes
 *     keys of the server, {@code kms} keys of its key service
 * @param kmsKeyId the key for {@code kms}; the account's own if it is not set
 * @param partSize larger files are stored in parts of this size, four at a time, and again only those that failed
 * @param presignTtl how long an address works that people are sent to
 * @param serve {@code proxy} has all bytes pass through us, {@code redirect} sends people to the bucket
 * @param timeout how long the server may be silent
 * @param localLimit how large the copies in the data directory may be together; those that were used last stay
 */
@ConfigurationProperties("moneyprinter.store.s3")
public record S3Properties(
        @Nullable URI endpoint,
        @Nullable URI publicEndpoint,
        @DefaultValue("us-east-1") String region,
        @Nullable String bucket,
        @DefaultValue("") String prefix,
        @DefaultValue("") ApiKey accessKey,
        @DefaultValue("") ApiKey secretKey,
        @Nullable Boolean pathStyle,
        @DefaultValue("none") Encryption encryption,
        @Nullable String kmsKeyId,
        @DefaultValue("16MB") DataSize partSize,
        @DefaultValue("15m") Duration presignTtl,
        @DefaultValue("proxy") Serve serve,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("20GB") DataSize localLimit) {

    private static final DataSize SMALLEST_PART = DataSize.ofMegabytes(5);
    private static final DataSize LARGEST_PART = DataSize.ofMegabytes(2_000);
    private static final Duration LONGEST_TTL = Duration.ofDays(7);

    /** What the server encrypts objects with. */
    public enum Encryption {
        NONE,
        AES256,
        KMS
    }

    /** How people get objects. */
    public enum Serve {
        PROXY,
        REDIRECT
    }

    public S3Properties {
        if (!prefix.matches("|[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/")) {
            throw new IllegalArgumentException(
                    "moneyprinter.store.s3.prefix: '%s' (expected: names of letters and digits, each with a slash"
                                    .formatted(prefix)
                            + " after it)");
        }
        if (accessKey.isPresent() != secretKey.isPresent()) {
            throw new IllegalArgumentException(
                    "moneyprinter.store.s3: only one of access-key and secret-key is set (expected: both, or none)");
        }
        if (partSize.compareTo(SMALLEST_PART) < 0 || partSize.compareTo(LARGEST_PART) > 0) {
            throw new IllegalArgumentException("moneyprinter.store.s3.part-size: %s (expected: %s to %s)"
                    .formatted(partSize, SMALLEST_PART, LARGEST_PART));
        }
        if (!presignTtl.isPositive() || presignTtl.compareTo(LONGEST_TTL) > 0) {
            throw new IllegalArgumentException(
                    "moneyprinter.store.s3.presign-ttl: %s (expected: more than 0, at most %s)"
                            .formatted(presignTtl, LONGEST_TTL));
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "moneyprinter.store.s3.timeout: %s (expected: more than 0)".formatted(timeout));
        }
        if (encryption != Encryption.KMS && kmsKeyId != null) {
            throw new IllegalArgumentException(
                    "moneyprinter.store.s3.kms-key-id: set, and encryption is %s (expected: kms)"
                            .formatted(encryption));
        }
    }

    /** @throws IllegalArgumentException that says what to set */
    String requiredBucket() {
        if (bucket == null || bucket.isBlank()) {
            throw new IllegalArgumentException(
                    "moneyprinter.store.s3.bucket: not set (expected: the name of a bucket, since the store is s3)");
        }
        return bucket;
    }

    boolean usesPathStyle() {
        return pathStyle == null ? endpoint != null : pathStyle;
    }

    /** Where it is, for people. */
    String place() {
        return "bucket '%s' of %s".formatted(bucket, endpoint == null ? "Amazon S3 in " + region : endpoint);
    }
}
