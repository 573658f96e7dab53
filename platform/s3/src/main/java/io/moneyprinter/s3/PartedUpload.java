package io.moneyprinter.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Stores large files in parts, which are tried again one by one. Nothing can be read before all are there. */
final class PartedUpload {

    private static final int AT_A_TIME = 4;
    private static final int MOST_PARTS = 10_000;
    private static final String TYPE = "application/octet-stream";

    private final S3Client client;
    private final String bucket;
    private final Encrypting encrypting;
    private final long partSize;

    PartedUpload(S3Client client, String bucket, Encrypting encrypting, long partSize) {
        this.client = client;
        this.bucket = bucket;
        this.encrypting = encrypting;
        this.partSize = partSize;
    }

    /** @throws SdkException as that of the first part that failed for good; the other parts are given up then */
    void upload(String path, Path file, long size, Map<String, String> metadata) throws IOException {
        var id = client.createMultipartUpload(request ->
                        encrypting.begin(request.bucket(bucket).key(path).metadata(metadata)))
                .uploadId();
        try {
            var parts = parts(path, id, file, size);
            client.completeMultipartUpload(request -> request.bucket(bucket)
                    .key(path)
                    .uploadId(id)
                    .ifNoneMatch("*")
                    .multipartUpload(all -> all.parts(parts)));
        } catch (SdkException | IOException e) {
            abort(path, id, e);
            throw e;
        }
    }

    private List<CompletedPart> parts(String path, String id, Path file, long size) throws IOException {
        var length = Math.max(partSize, (size + MOST_PARTS - 1) / MOST_PARTS);
        var work = new ArrayList<Callable<CompletedPart>>();
        for (var from = 0L; from < size; from += length) {
            var offset = from;
            var number = work.size() + 1;
            work.add(() -> part(path, id, number, file, offset, Math.min(length, size - offset)));
        }
        try (var threads =
                Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            var parts = new ArrayList<CompletedPart>();
            try {
                var begun = work.stream().map(threads::submit).toList();
                for (var part : begun) {
                    parts.add(part.get());
                }
                return parts;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw AbortedException.create("interrupted while storing parts", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SdkException refused) {
                    throw refused;
                }
                throw new IOException("a part was not stored", e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private CompletedPart part(String path, String id, int number, Path file, long from, long length)
            throws IOException {
        try (var slice = new Slice(file, from, length)) {
            var stored = client.uploadPart(
                    request -> request.bucket(bucket).key(path).uploadId(id).partNumber(number),
                    RequestBody.fromContentProvider(slice, length, TYPE));
            return CompletedPart.builder()
                    .partNumber(number)
                    .eTag(stored.eTag())
                    .checksumCRC32(stored.checksumCRC32())
                    .build();
        }
    }

    /** What the SDK reads at each try. It closes none of them itself. */
    private static final class Slice implements ContentStreamProvider, Closeable {

        private final Path file;
        private final long from;
        private final long length;
        private InputStream open = InputStream.nullInputStream();

        Slice(Path file, long from, long length) {
            this.file = file;
            this.from = from;
            this.length = length;
        }

        @Override
        public InputStream newStream() {
            try {
                close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
            open = FileSlice.open(file, from, length);
            return open;
        }

        @Override
        public void close() throws IOException {
            open.close();
        }
    }

    private void abort(String path, String id, Exception reason) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(path).uploadId(id));
        } catch (SdkException e) {
            // Left-overs are found and removed later.
            reason.addSuppressed(e);
        }
    }
}
