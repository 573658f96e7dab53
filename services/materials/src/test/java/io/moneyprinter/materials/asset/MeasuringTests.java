package io.moneyprinter.materials.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.materials.intake.Intakes;
import io.moneyprinter.materials.intake.WatchedStore;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SettableClock;
import io.moneyprinter.testing.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringTests {

    private static final TestDatabase DATABASE = TestDatabase.withSchemas("materials");

    private static final int NOT_YET = 0;
    private static final int GIVEN_UP = -1;

    private final UserId ada = new UserId("ada-" + UUID.randomUUID());
    private final SettableClock clock = new SettableClock();

    @TempDir
    Path work;

    private ObjectStore store;
    private Assets assets;

    @BeforeEach
    void open() {
        // What other tests left is not to be done here.
        DATABASE.jdbc().sql("delete from materials.asset").update();
        // Assets are due from the time of the database on.
        clock.advance(Duration.ofDays(10_000));
        store = Intakes.store(work.resolve("home"));
        assets = TestAssets.of(DATABASE, store);
    }

    @Test
    void measuresTheRestOfWhatCameInWithAFileThatBreaksIt() {
        var odd = added("red", 40);
        var plain = added("blue", 50);
        var oddMedia = media(odd);
        var breaking = measuring(key -> {
            if (key.equals(oddMedia)) {
                throw new IllegalStateException("nobody expected this");
            }
        });

        breaking.describeAll();

        assertThat(assets.get(ada, plain).asset().traits().tags()).contains("blue");
        assertThat(described(odd)).isEqualTo(NOT_YET);
        for (var attempt = 2; attempt <= 4; attempt++) {
            assertThat(described(odd)).isEqualTo(NOT_YET);
            clock.advance(Measuring.RETRY.plusSeconds(1));
            breaking.describeAll();
        }
        assertThat(described(odd)).isEqualTo(GIVEN_UP);
        assertThat(assets.get(ada, odd).asset().traits()).isNull();
    }

    @Test
    void leavesWhatItWasAtWhenItEndsToTheNext() {
        var id = added("red", 41);
        for (var end = 0; end < 10; end++) {
            measuring(key -> {
                        Thread.currentThread().interrupt();
                        throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled");
                    })
                    .describeAll();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(described(id)).isEqualTo(NOT_YET);
        }

        measuring(key -> {}).describeAll();

        assertThat(assets.get(ada, id).asset().traits().tags()).contains("red");
    }

    @Test
    void givesUpWhatNobodyCameToAnEndWithAndNothingElse() {
        var deadly = added("red", 42);
        var rows = TestAssets.rows(DATABASE);
        for (var death = 0; death < 4; death++) {
            var taken = rows.takeUnmeasured(clock.instant(), clock.instant().plus(Measuring.LEASE))
                    .orElseThrow();
            assertThat(taken.stored().asset().assetId()).isEqualTo(deadly);
            clock.advance(Measuring.LEASE.plusSeconds(1));
        }
        var harmless = added("blue", 52);

        measuring(key -> {}).describeAll();

        assertThat(described(deadly)).isEqualTo(GIVEN_UP);
        assertThat(assets.get(ada, harmless).asset().traits().tags()).contains("blue");
    }

    @Test
    void measuresAnewWhatABrokenFileHasBecome() {
        var id = added("red", 43);
        var red = media(id);
        var rows = TestAssets.rows(DATABASE);
        var taken = rows.takeUnmeasured(clock.instant(), clock.instant().plus(Measuring.LEASE))
                .orElseThrow();
        assertThat(taken.stored().media()).isEqualTo(red);

        assets.replace(ada, id, GeneratedMedia.plainImage(work.resolve("blue.jpg"), "blue", 53, 53), "blue.jpg", null);
        // Whoever was at it puts off only what it was.
        rows.putOff(taken, clock.instant().plus(Measuring.RETRY));
        measuring(key -> {}).describeAll();

        assertThat(assets.get(ada, id).asset().traits().tags()).contains("blue");
    }

    @Test
    void emptiesTheBinWhileFilesAreMeasured() throws InterruptedException {
        var gone = added("green", 64);
        var goneMedia = media(gone);
        assets.delete(ada, gone);
        added("red", 44);
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var measuring = measuring(key -> {
            begun.countDown();
            await(end);
        });
        var upkeep = TestAssets.upkeep(DATABASE, store, clock);
        try {
            measuring.start();
            await(begun);
            upkeep.start();
            for (var tries = 0; tries < 2_400 && store.exists(goneMedia); tries++) {
                Thread.sleep(25);
            }

            assertThat(store.exists(goneMedia)).isFalse();
        } finally {
            end.countDown();
            upkeep.stop();
            measuring.stop();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled");
        }
    }

    private Measuring measuring(Consumer<ObjectKey> before) {
        return TestAssets.measuring(DATABASE, new WatchedStore(store, before), clock);
    }

    private AssetId added(String colour, int side) {
        var file = GeneratedMedia.plainImage(work.resolve(colour + side + ".jpg"), colour, side, side);
        return assets.add(ada, file, colour + ".jpg").assetId();
    }

    private ObjectKey media(AssetId id) {
        return assets.get(ada, id).media();
    }

    private int described(AssetId id) {
        return DATABASE.jdbc()
                .sql("select described from materials.asset where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }
}
