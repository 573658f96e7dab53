package io.moneyprinter.materials.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.asset.AssetFixture;
import io.moneyprinter.materials.asset.AssetProperties;
import io.moneyprinter.materials.intake.IntakeProperties;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class UploadsTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");
    private static final UploadProperties PROPERTIES =
            new UploadProperties(2, Duration.ofHours(1), Duration.ofMinutes(1));
    private static final IntakeProperties INTAKE =
            new IntakeProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(60), DataSize.ofMegabytes(1), 1);

    private final UserId ada = new UserId("ada-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private final SettableClock clock = new SettableClock();

    @TempDir
    Path directory;

    @TempDir
    Path work;

    private Uploads uploads;

    @BeforeEach
    void start() {
        uploads = started();
    }

    /** As after a start of the program. */
    private Uploads started() {
        return new Uploads(
                new JdbcUploads(DATABASE.dataSource()),
                new UploadFiles(directory),
                new AssetFixture(DATABASE, Intakes.store(work.resolve("home"))).assets(),
                PROPERTIES,
                new AssetProperties(10, DataSize.ofMegabytes(100), Duration.ofDays(30)),
                INTAKE,
                clock);
    }

    @Test
    void goesOnAfterARestartAndTakesTheFileInOnce() throws Exception {
        var picture = picture();
        var upload = begin(ada, picture.length, "Sea.jpg");
        uploads.append(ada, upload.id(), 0, bytes(picture, 0, 100), null);

        uploads = started();

        assertThat(uploads.offset(uploads.get(ada, upload.id()))).isEqualTo(100);
        assertConflict(() -> uploads.finish(ada, upload.id()));
        uploads.append(ada, upload.id(), 100, bytes(picture, 100, picture.length), null);
        var added = uploads.finish(ada, upload.id());
        assertThat(added.isNew()).isTrue();
        assertThat(added.asset().filename()).isEqualTo("Sea.jpg");
        assertThat(added.asset().width()).isEqualTo(64);
        assertThat(uploads.finish(ada, upload.id()).asset()).isEqualTo(added.asset());
        assertThat(directory).isEmptyDirectory();
        assertThat(uploads.offset(uploads.get(ada, upload.id()))).isEqualTo(picture.length);
    }

    @Test
    void refusesAPieceThatCameBefore() throws Exception {
        var upload = begin(ada, 20, "a.bin");
        uploads.append(ada, upload.id(), 0, bytes(new byte[20], 0, 10), null);

        assertConflict(() -> uploads.append(ada, upload.id(), 0, bytes(new byte[20], 0, 10), null));

        assertThat(uploads.offset(uploads.get(ada, upload.id()))).isEqualTo(10);
    }

    @Test
    void letsWhoeverIsRightGoOn() throws Exception {
        var upload = begin(ada, 20, "a.bin");
        uploads.append(ada, upload.id(), 0, bytes(new byte[20], 0, 5), null);
        var piece = new InputStream() {
            private int left = 15;

            @Override
            public int read() {
                return left-- > 0 ? 1 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (left == 10) {
                    assertConflict(() -> uploads.append(ada, upload.id(), 0, bytes(new byte[20], 0, 3), null));
                }
                return super.read(buffer, offset, Math.min(length, 5));
            }
        };

        assertThat(uploads.append(ada, upload.id(), 5, piece, null)).isNotNull();

        assertThat(uploads.offset(uploads.get(ada, upload.id()))).isEqualTo(20);
    }

    @Test
    void keepsWhatCameBeforeTheConnectionBroke() {
        var upload = begin(ada, 1_000, "a.bin");

        assertThatIOException()
                .isThrownBy(() -> uploads.append(ada, upload.id(), 0, breaking(300), null))
                .withMessage("the connection broke");

        assertThat(uploads.offset(uploads.get(ada, upload.id()))).isEqualTo(300);
    }

    @Test
    void keepsNothingOfAPieceThatCannotBeChecked() throws Exception {
        var upload = begin(ada, 1_000, "a.bin");
        var content = new byte[] {1, 2, 3};
        var sum = "sha256 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));

        assertThatIOException()
                .isThrownBy(() -> uploads.append(ada, upload.id(), 0, breaking(300), Checksum.parse(sum)));
        assertFails(
                MaterialsErrorCode.CHECKSUM_MISMATCH,
                () -> uploads.append(ada, upload.id(), 0, bytes(new byte[9], 0, 9), Checksum.parse(sum)));

        assertThat(uploads.offset(uploads.get(ada, upload.id()))).isZero();
        uploads.append(ada, upload.id(), 0, bytes(content, 0, 3), Checksum.parse(sum));
        assertThat(uploads.offset(uploads.get(ada, upload.id()))).isEqualTo(3);
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void takesNoMoreThanWasAnnounced() {
        var upload = begin(ada, 10, "a.bin");

        assertFails(
                MaterialsErrorCode.UPLOAD_TOO_LARGE,
                () -> uploads.append(ada, upload.id(), 0, bytes(new byte[11], 0, 11), null));

        assertThat(uploads.offset(uploads.get(ada, upload.id()))).isZero();
    }

    /** A server does not notice at once that a client is gone; the client is back before. */
    @Test
    void letsTheNewConnectionTakeOverFromTheOneThatHangs() throws Exception {
        var upload = begin(ada, 30, "a.bin");
        var pieces = new SynchronousQueue<byte[]>();
        var hanging = CompletableFuture.runAsync(() -> {
            try {
                uploads.append(ada, upload.id(), 0, from(pieces), null);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        pieces.put(new byte[10]);
        while (uploads.offset(uploads.get(ada, upload.id())) < 10) {
            Thread.onSpinWait();
        }

        uploads.append(ada, upload.id(), 10, bytes(new byte[] {7, 7, 7, 7, 7}, 0, 5), null);
        pieces.put(new byte[10]);

        assertThat(hanging)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(CodedException.class);
        assertThat(uploads.offset(uploads.get(ada, upload.id()))).isEqualTo(15);
        assertThat(Files.readAllBytes(directory.resolve(upload.id()))).endsWith(7, 7, 7, 7, 7);
    }

    @Test
    void forgetsWhatNobodyGoesOnWith() throws Exception {
        var first = begin(ada, 100, "a.bin");
        var second = begin(ada, 100, "b.bin");
        assertFails(MaterialsErrorCode.ASSET_LIMIT_REACHED, () -> begin(ada, 100, "c.bin"));

        clock.advance(Duration.ofMinutes(59));
        uploads.append(ada, second.id(), 0, bytes(new byte[50], 0, 50), null);
        clock.advance(Duration.ofMinutes(2));
        uploads.sweep();

        assertMissing(ada, first.id());
        assertThat(uploads.offset(uploads.get(ada, second.id()))).isEqualTo(50);
        assertThat(directory.resolve(first.id())).doesNotExist();
        begin(ada, 100, "c.bin");
    }

    @Test
    void forgetsNothingThatWasProlongedSinceItWasListed() {
        var rows = new JdbcUploads(DATABASE.dataSource());
        var upload = begin(ada, 100, "a.bin");
        var late = clock.instant().plus(Duration.ofHours(2));
        assertThat(rows.expired(late)).contains(upload.id());

        rows.prolong(upload.id(), late.plusSeconds(1));
        assertThat(rows.deleteExpired(upload.id(), late)).isFalse();

        assertThat(rows.exists(upload.id())).isTrue();
        assertThat(rows.deleteExpired(upload.id(), late.plusSeconds(1))).isTrue();
    }

    @Test
    void removesFilesThatNobodyKnows() throws Exception {
        var stray = Files.createFile(directory.resolve(UUID.randomUUID().toString()));
        Files.setLastModifiedTime(
                stray, java.nio.file.attribute.FileTime.from(clock.instant().minus(Duration.ofHours(2))));

        uploads.sweep();

        assertThat(stray).doesNotExist();
    }

    @Test
    void hidesUploadsFromEverybodyElse() {
        var upload = begin(ada, 100, "a.bin");

        assertMissing(bob, upload.id());
        assertFails(
                MaterialsErrorCode.UPLOAD_NOT_FOUND,
                () -> uploads.append(bob, upload.id(), 0, bytes(new byte[9], 0, 9), null));
        assertFails(MaterialsErrorCode.UPLOAD_NOT_FOUND, () -> uploads.delete(bob, upload.id()));
        assertFails(MaterialsErrorCode.UPLOAD_NOT_FOUND, () -> uploads.finish(bob, upload.id()));
        assertMissing(ada, "../" + upload.id());
        uploads.delete(ada, upload.id());
        assertMissing(ada, upload.id());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void beginsNothingThatWouldNotBeAccepted() {
        assertFails(MaterialsErrorCode.UPLOAD_TOO_LARGE, () -> begin(ada, (60L << 20) + 1, "a.mp4"));
        begin(ada, 60L << 20, "a.mp4");
        assertFails(MaterialsErrorCode.ASSET_LIMIT_REACHED, () -> begin(ada, 60L << 20, "b.mp4"));
    }

    private Upload begin(UserId owner, long length, String name) {
        return uploads.begin(
                owner,
                length,
                new UploadMetadata("filename " + Base64.getEncoder().encodeToString(name.getBytes())));
    }

    private byte[] picture() throws IOException {
        return Files.readAllBytes(GeneratedMedia.plainImage(work.resolve("a.jpg"), "red", 64, 48));
    }

    private static InputStream bytes(byte[] content, int from, int to) {
        return new ByteArrayInputStream(Arrays.copyOfRange(content, from, to));
    }

    private static InputStream breaking(int after) {
        return new InputStream() {
            private int left = after;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("the connection broke");
                }
                return 1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (left == 0) {
                    throw new IOException("the connection broke");
                }
                var count = Math.min(left, Math.min(length, 64));
                left -= count;
                return count;
            }
        };
    }

    private static InputStream from(SynchronousQueue<byte[]> pieces) {
        return new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    var piece = pieces.take();
                    System.arraycopy(piece, 0, buffer, offset, piece.length);
                    return piece.length;
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
    }

    private void assertMissing(UserId owner, String id) {
        assertFails(MaterialsErrorCode.UPLOAD_NOT_FOUND, () -> uploads.get(owner, id));
    }

    private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertFails(MaterialsErrorCode.UPLOAD_CONFLICT, call);
    }

    private static void assertFails(
            MaterialsErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(call)
                .extracting(CodedException::code)
                .isEqualTo(code);
    }
}
