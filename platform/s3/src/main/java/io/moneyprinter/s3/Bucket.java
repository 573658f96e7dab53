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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
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

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final S3Client client;
    private final S3Presigner presigner;
    private final S3Properties properties;
    private final String name;
    private final Encrypting encrypting;
    private final PartedUpload parts;

    Bucket(S3Client client, S3Presigner presigner, S3Properties properties) {
        this.client = client;
        this.presigner = presigner;
        this.properties = properties;
        this.name = properties.requiredBucket();
        this.encrypting = Encrypting.of(properties);
        this.parts =
                new PartedUpload(client, name, encrypting, properties.partSize().toBytes());
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
                var head = client.headObject(request -> request.bucket(name).key(path(key)));
                return new Head(head.contentLength(), head.lastModified(), head.eTag(), checksum(head.metadata()));
            }));
        } catch (CodedException e) {
            if (e.getCause() instanceof S3Exception refused && refused.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Of an object; with ranges, so that a reader may go on where a connection broke. */
    InputStream read(ObjectKey key, Head head, long from) {
        return ask(() -> client.getObject(request -> request.bucket(name)
                .key(path(key))
                .ifMatch(head.etag())
                .range(from == 0 ? null : "bytes=%d-".formatted(from))));
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
        try {
            ask(() -> client.copyObject(request -> encrypting.copy(request.sourceBucket(name)
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
        ask(() -> client.deleteObject(request -> request.bucket(name).key(path(key))));
    }

    void forEach(Consumer<StoredObject> each) {
        ask(() -> {
            client.listObjectsV2Paginator(request -> request.bucket(name).prefix(properties.prefix()))
                    .contents()
                    .forEach(object -> StoredObject.of(
                                    object.key().substring(properties.prefix().length()),
                                    object.size(),
                                    object.lastModified())
                            .ifPresent(each));
            return true;
        });
    }

    /** Uploads in parts that were begun before {@code since} and never completed. */
    Tally leftOvers(Instant since, boolean remove) {
        return ask(() -> {
            var found = Tally.NONE;
            for (var upload : client.listMultipartUploadsPaginator(
                            request -> request.bucket(name).prefix(properties.prefix()))
                    .uploads()) {
                if (upload.initiated().isBefore(since)) {
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
