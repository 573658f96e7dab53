package io.moneyprinter.service.retention;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The databases whose rows point to objects of a store: each leaves an object of its own there. Who sees the mark of
 * another one knows that rows which cannot be read here may point to anything.
 */
final class Owners {

    private static final String NAMESPACE = "owner/";

    /** Where an installation keeps its objects below some prefix of ours, so does its mark lie. */
    private static final Pattern MARK = Pattern.compile("(.+/)?owner/[0-9a-f]{64}\\.txt");

    private final ObjectStore store;
    private final Rows rows;

    Owners(ObjectStore store, Rows rows) {
        this.store = store;
        this.rows = rows;
    }

    /** Also of whoever keeps objects among ours. */
    static boolean isMark(ObjectKey key) {
        return MARK.matcher(key.value()).matches();
    }

    /** Whether the mark is of one who keeps objects where we do, and not below a prefix of ours. */
    static boolean isOutermost(ObjectKey mark) {
        return mark.value().indexOf('/') == mark.value().lastIndexOf('/');
    }

    void leaveMark() {
        var database = rows.database();
        var mark = mark(database);
        if (!store.exists(mark)) {
            store.put(mark, database.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What to do about each other database, in words. */
    List<String> others(Collection<ObjectKey> marks) {
        var own = mark(rows.database());
        return marks.stream()
                .filter(mark -> !mark.equals(own))
                .map(mark -> "another database has objects here, too: %s. If it is gone for good, delete the object %s"
                        .formatted(name(mark), mark))
                .sorted()
                .toList();
    }

    private String name(ObjectKey mark) {
        try {
            return Files.readString(store.file(mark));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + mark, e);
        }
    }

    private static ObjectKey mark(String database) {
        return new ObjectKey(NAMESPACE + Digests.of(database) + ".txt");
    }
}
