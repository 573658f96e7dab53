package io.moneyprinter.service.database;

import io.moneyprinter.contracts.common.ObjectKey;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks of the whole database, for what no row is there to be locked for yet. */
public final class TransactionLock {

    private TransactionLock() {}

    /**
     * The lock under which it is decided whether an object that rows point to is deleted, or gets another row. Whoever
     * writes a key into a row takes the lock of that key before it looks whether the object is (still) stored.
     */
    public static void takeObject(JdbcClient jdbc, ObjectKey key) {
        take(jdbc, "object " + key);
    }

    /**
     * The same of several objects: whoever writes a row that points to an object made of another one takes the locks of
     * both. All take them in one order, so that no two wait for each other.
     */
    public static void takeObjects(JdbcClient jdbc, ObjectKey... keys) {
        Arrays.stream(keys)
                .distinct()
                .sorted(Comparator.comparing(ObjectKey::value))
                .forEach(key -> takeObject(jdbc, key));
    }

    /**
     * Waits for the lock of that name, and holds it to the end of the transaction.
     *
     * @param name starts with the service's own name
     */
    public static void take(JdbcClient jdbc, String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", name)
                .query((RowCallbackHandler) row -> {});
    }
}
