package io.moneyprinter.materials.asset;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.s3.S3AutoConfiguration;
import io.moneyprinter.service.hosting.HostingAutoConfiguration;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.store.ForwardingStore;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A process that takes a file of an owner in, or deletes one for good, in a bucket; or says {@link #HERE} and stands
 * still at the point that it is told, to be killed there.
 */
final class DoomedOwner {

    static final String HERE = "standing still";
    static final UserId OWNER = new UserId("doomed");

    private DoomedOwner() {}

    /**
     * Arguments: URL, name and password of the database, {@code add} or {@code purge}, the file or the id of the
     * asset, the point, and the settings.
     */
    public static void main(String[] arguments) {
        var database = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(S3AutoConfiguration.class, HostingAutoConfiguration.class))
                .withPropertyValues(Arrays.copyOfRange(arguments, 6, arguments.length))
                .run(context -> {
                    var store = new Store(context.getBean(ObjectStore.class), arguments[5]);
                    var assets = TestAssets.of(database, store, 1_000);
                    if (arguments[3].equals("add")) {
                        var file = Path.of(arguments[4]);
                        var name = String.valueOf(file.getFileName());
                        System.out.println(assets.add(OWNER, file, name).assetId());
                    } else {
                        assets.purge(OWNER, new AssetId(arguments[4]));
                    }
                });
        System.exit(0);
    }

    private static final class Store extends ForwardingStore {

        private final String doom;

        Store(ObjectStore real, String doom) {
            super(real);
            this.doom = doom;
        }

        private static boolean isOriginal(ObjectKey key) {
            return key.value().startsWith("originals/");
        }

        private void pass(String point) {
            if (!doom.equals(point)) {
                return;
            }
            System.out.println(HERE);
            while (true) {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    // Only a kill ends this.
                }
            }
        }

        @Override
        public void put(ObjectKey key, Path file) {
            super.put(key, file);
            pass(isOriginal(key) ? "between original and row" : "between object and row");
        }

        @Override
        public void delete(ObjectKey key) {
            pass(isOriginal(key) ? "between row and original" : "between row and object");
            super.delete(key);
            pass(isOriginal(key) ? "after original" : "after object");
        }
    }
}
