package io.moneyprinter.service.store;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column in which rows of a service say which objects they point to. Every service names its own, in its
 * {@link io.moneyprinter.service.hosting.ServiceModule}: an object that such a row points to has to be there.
 *
 * <p>What is deleted does not depend on this list: whatever column of whatever table has the digest of an object in it
 * keeps that object. A new column that nobody named here is therefore not verified, and still safe.
 *
 * @param table with its schema
 * @param condition SQL that says of which rows the object is needed; null for all
 */
public record KeyColumn(
        String table,
        String column,
        Content content,
        Need need,
        @Nullable String condition) {

    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final Pattern COLUMN = Pattern.compile("[a-z_]+");

    /** What is in the column. */
    public enum Content {
        /** A key, or null. */
        KEY,
        /** JSON with keys in it, whose strings they fill. */
        JSON
    }

    /** Whether rows can do without what they point to. */
    public enum Need {
        /** It has to be there. Of keys in JSON, only those of renditions: owners may delete originals. */
        REQUIRED,
        /** Whoever misses it gets it again. */
        REPLACEABLE,
        /** The rows tell of objects and need none: they keep none. */
        NONE
    }

    public KeyColumn {
        if (!TABLE.matcher(table).matches() || !COLUMN.matcher(column).matches()) {
            throw new IllegalArgumentException(
                    "key column: %s.%s (expected: schema.table and a column)".formatted(table, column));
        }
    }

    /** Holds a key that has to be there. */
    public static KeyColumn of(String table, String column) {
        return new KeyColumn(table, column, Content.KEY, Need.REQUIRED, null);
    }

    /** Holds JSON with keys in it. */
    public static KeyColumn within(String table, String column) {
        return new KeyColumn(table, column, Content.JSON, Need.REQUIRED, null);
    }

    /** Tells of objects, such as for bookkeeping, and needs none of them. */
    public static KeyColumn unneeded(String table, String column) {
        return new KeyColumn(table, column, Content.KEY, Need.NONE, null);
    }

    public KeyColumn replaceable() {
        return new KeyColumn(table, column, content, Need.REPLACEABLE, condition);
    }

    /** @param sql a condition on the columns of the table */
    public KeyColumn where(String sql) {
        return new KeyColumn(table, column, content, need, sql);
    }

    public String schema() {
        return table.substring(0, table.indexOf('.'));
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
