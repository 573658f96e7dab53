package io.moneyprinter.s3;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Checksum;
import io.moneyprinter.service.store.StoredObject;
import io.moneyprinter.service.store.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;

/** The bucket, in our words. Every failure of it is a {@link CodedException}. */
final class Bucket implements AutoCloseable {

    /** Metadata of every object of ours. */
    static final String CHECKSUM = "crc32c";

    /** What S3 copies in one go. */
    private static final long LARGEST_COPY = 5L << 30;

    /** Of one try of a question without content, such as whether an object is there: rows may be locked meanwhile. */
    private static final Duration QUICK = Duration.ofSeconds(5);

    private static final int TRIES = 3;

    /** Bytes that every server copies within itself in a second. */
    private static final long COPIED = 4L << 20;

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final S3Client client;
    private final S3Presigner presigner;
    private final S3Properties properties;
    private final String name;
    private final Encrypting encrypting;
    private final PartedUpload parts;
    private final Duration quick;

    Bucket(S3Client client, S3Presigner presigner, S3Properties properties) {
        this.client = client;
        this.presigner = presigner;
        this.properties = properties;
        this.name = properties.requiredBucket();
        this.encrypting = Encrypting.of(properties);
        this.parts =
                new PartedUpload(client, name, encrypting, properties.partSize().toBytes());
        this.quick = properties.timeout().compareTo(QUICK) < 0 ? properties.timeout() : QUICK;
    }

    /**
     * What S3 knows of an object.
     *
     * @param modified when it was stored, or found for the first time in a while
     * @param checksum null if it is not of us
     */
    record Head(
            long size,
            Instant modified,
            String etag,
            @Nullable Checksum checksum) {}

    /** Looks whether we may use the bucket. */
    void check() {
        ask(() -> client.listObjectsV2(
                request -> request.bucket(name).prefix(properties.prefix()).maxKeys(1)));
    }

    Optional<Head> head(ObjectKey key) {
        try {
            return Optional.of(ask(() -> {
                var head = client.headObject(
                        request -> request.bucket(name).key(path(key)).overrideConfiguration(within(quick)));
                return new Head(head.contentLength(), head.lastModified(), head.eTag(), checksum(head.metadata()));
            }));
        } catch (CodedException e) {
            if (e.getCause() instanceof S3Exception refused && refused.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Of an object; with ranges, so that a reader may go on where a connection broke.
     *
     * @return empty when another head than this one is to be asked for: it was stored or made new meanwhile
     */
    Optional<InputStream> read(ObjectKey key, Head head, long from) {
        try {
            return Optional.of(ask(() -> client.getObject(request -> request.bucket(name)
                    .key(path(key))
                    .ifMatch(head.etag())
                    .range(from == 0 ? null : "bytes=%d-".formatted(from)))));
        } catch (CodedException e) {
            if (e.getCause() instanceof S3Exception refused && refused.statusCode() == PRECONDITION_FAILED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Stores a file.
     *
     * @return false if there is an object of that key meanwhile, which stays
     */
    boolean upload(ObjectKey key, Path file, long size, Checksum checksum) {
        try {
            ask(() -> {
                var metadata = Map.of(CHECKSUM, checksum.value());
                if (size > properties.partSize().toBytes()) {
                    parts.upload(path(key), file, size, metadata);
                } else {
                    client.putObject(
                            request -> encrypting.put(request.bucket(name)
                                    .key(path(key))
                                    .metadata(metadata)
                                    .ifNoneMatch("*")),
                            RequestBody.fromFile(file));
                }
                return true;
            });
            return true;
        } catch (CodedException e) {
            if (e.getCause() instanceof S3Exception refused
                    && (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == CONFLICT)
                    && head(key).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Gives an object the time of now, by copying it onto itself: S3 notes no use.
     *
     * @return false if it is gone
     */
    boolean renew(ObjectKey key, Head head) {
        if (head.size() > LARGEST_COPY) {
            return true;
        }
        var metadata = head.checksum() == null
                ? Map.<String, String>of()
                : Map.of(CHECKSUM, head.checksum().value());
        var limit = quick.plusSeconds(head.size() / COPIED);
        try {
            ask(() -> client.copyObject(request -> encrypting.copy(request.sourceBucket(name)
                    .overrideConfiguration(within(limit))
                    .sourceKey(path(key))
                    .destinationBucket(name)
                    .destinationKey(path(key))
                    .metadataDirective(MetadataDirective.REPLACE)
                    .metadata(metadata))));
            return true;
        } catch (CodedException e) {
            if (e.getCause() instanceof S3Exception refused && refused.statusCode() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** Whether its time can be made that of now. */
    static boolean isRenewable(long size) {
        return size <= LARGEST_COPY;
    }

    /** Does nothing when there is no such object. */
    void delete(ObjectKey key) {
        ask(() -> client.deleteObject(
                request -> request.bucket(name).key(path(key)).overrideConfiguration(within(quick))));
    }

    /** Of a request whose answer is short. */
    private static Consumer<AwsRequestOverrideConfiguration.Builder> within(Duration attempt) {
        return limits -> limits.apiCallAttemptTimeout(attempt).apiCallTimeout(attempt.multipliedBy(TRIES));
    }

    void forEach(Consumer<StoredObject> each) {
        ask(() -> {
            client.listObjectsV2Paginator(request -> request.bucket(name).prefix(properties.prefix()))
                    .contents()
                    .forEach(object -> key(object.key())
                            .map(key -> new StoredObject(key, object.size(), object.lastModified()))
                            .ifPresent(each));
            return true;
        });
    }

    /** Uploads in parts, of objects that are {@code ours}, that were begun before {@code since} and never completed. */
    Tally leftOvers(Instant since, Predicate<ObjectKey> ours, boolean remove) {
        return ask(() -> {
            var found = Tally.NONE;
            for (var upload : client.listMultipartUploadsPaginator(
                            request -> request.bucket(name).prefix(properties.prefix()))
                    .uploads()) {
                if (upload.initiated().isBefore(since)
                        && key(upload.key()).filter(ours).isPresent()) {
                    found = found.plus(0);
                    if (remove) {
                        client.abortMultipartUpload(request ->
                                request.bucket(name).key(upload.key()).uploadId(upload.uploadId()));
                    }
                }
            }
            return found;
        });
    }

    URI link(ObjectKey key, Duration ttl, MediaType type, @Nullable ContentDisposition disposition) {
        var request = GetObjectPresignRequest.builder()
                .signatureDuration(ttl)
                .getObjectRequest(get -> get.bucket(name)
                        .key(path(key))
                        .responseContentType(type.toString())
                        .responseContentDisposition(disposition == null ? null : disposition.toString()))
                .build();
        return URI.create(presigner.presignGetObject(request).url().toString());
    }

    private String path(ObjectKey key) {
        return properties.prefix() + key.value();
    }

    /** Of what lies at a path that begins with our prefix; empty where somebody else put that there. */
    private Optional<ObjectKey> key(String path) {
        return StoredObject.key(path.substring(properties.prefix().length()));
    }

    static @Nullable Checksum checksum(Map<String, String> metadata) {
        var value = metadata.get(CHECKSUM);
        return value == null ? null : new Checksum(value);
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SdkException | IOException e) {
            throw BucketFailure.of(e, properties.place());
        }
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
    }
}
