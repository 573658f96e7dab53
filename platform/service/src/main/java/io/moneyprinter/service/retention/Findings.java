package io.moneyprinter.service.retention;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.store.Lifecycle;
import io.moneyprinter.service.store.Tally;
import java.util.List;
import java.util.Map;

/**
 * How rows and objects agreed.
 *
 * @param objects all that are stored
 * @param foreign what lies there and is none of ours, such as objects of another installation: it stays
 * @param missing what rows point to and is not there
 * @param replaced what rows would use if it were there, and will be made or fetched again
 * @param orphans what no row points to, and nobody has stored or found lately: it can go
 * @param resting what no row points to either, but was used too lately to go
 * @param surplus what can be made again and is more than the limit allows
 * @param leftOvers what was begun and never finished
 * @param collected what of all that was deleted just now
 * @param damaged objects whose bytes are not those that were stored; empty unless that was looked for
 * @param checked how many objects were read for that
 * @param unchecked how many of them have no checksum to be compared with
 * @param unreadable schemas and databases whose rows are not known, and why; nothing is deleted if there are any
 */
public record Findings(
        Map<Lifecycle, Tally> objects,
        Tally foreign,
        List<Missing> missing,
        long replaced,
        Tally orphans,
        Tally resting,
        Tally surplus,
        Tally leftOvers,
        Tally collected,
        List<ObjectKey> damaged,
        long checked,
        long unchecked,
        List<String> unreadable) {

    /** @param column where the row has the key, such as {@code materials.asset.storage_path} */
    public record Missing(ObjectKey key, String column) {}

    /** Of all that is stored, those that end so. */
    public Tally stored(Lifecycle lifecycle) {
        return objects.getOrDefault(lifecycle, Tally.NONE);
    }

    /** Whether every row has what it points to, as far as that was looked for. */
    public boolean agree() {
        return missing.isEmpty() && damaged.isEmpty() && unreadable.isEmpty();
    }
}
