package io.moneyprinter.service.retention;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.service.retention.Findings.Missing;
import io.moneyprinter.service.retention.Rows.Pointer;
import io.moneyprinter.service.store.Inventory;
import io.moneyprinter.service.store.Inventory.Condition;
import io.moneyprinter.service.store.KeyColumn;
import io.moneyprinter.service.store.Lifecycle;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoreProperties;
import io.moneyprinter.service.store.StoredObject;
import io.moneyprinter.service.store.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Compares what rows point to with what is stored, and deletes what nobody needs. Works beside running servers.
 *
 * <p>The objects are listed before the rows are read: whatever is deleted was there, and unused for hours, before any
 * row was looked at. A row that came later belongs to somebody who stored or found the object just then, which the
 * store notices at the moment of the deletion.
 */
public final class Retention {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern KEY_IN_JSON = Pattern.compile(Rows.KEY_IN_JSON);

    private final ObjectStore store;
    private final Inventory inventory;
    private final Rows rows;
    private final Owners owners;
    private final Pointing pointing;
    private final StoreProperties properties;
    private final Clock clock;

    /** @param pointing of all services, hosted here or not */
    public Retention(
            ObjectStore store, DataSource dataSource, Pointing pointing, StoreProperties properties, Clock clock) {
        if (!(store instanceof Inventory all)) {
            throw new IllegalArgumentException(
                    "store: %s (expected: one that can be looked through)".formatted(store.getClass()));
        }
        this.store = store;
        this.inventory = all;
        this.rows = new Rows(dataSource, pointing.columns());
        this.owners = new Owners(store, rows);
        this.pointing = pointing;
        this.properties = properties;
        this.clock = clock;
    }

    /** Says in the store that rows of this database point there; whoever collects for another one leaves it alone then. */
    void leaveMark() {
        owners.leaveMark();
    }

    /**
     * Looks, and changes nothing.
     *
     * @param deep whether to read every object and compare it with its checksum
     */
    public Findings verify(boolean deep) {
        return look(deep, false);
    }

    /**
     * Looks, and deletes what can go; nothing if it is not known of all services what they point to.
     *
     * @param deep whether to read every object and compare it with its checksum
     */
    public Findings collect(boolean deep) {
        return look(deep, true);
    }

    /**
     * Which of these objects anything in the database points to besides the rows of some columns; all of them if it is
     * not known of all services what they point to. Rows that only remember an object are told by it whether they may
     * forget: what a film shows must not depend on who deletes the same file elsewhere.
     *
     * @param besides columns that are left out
     */
    public Set<ObjectKey> needed(Collection<ObjectKey> keys, Collection<KeyColumn> besides) {
        if (keys.isEmpty() || !rows.unreadable().isEmpty()) {
            return Set.copyOf(keys);
        }
        var asked = new HashMap<String, Set<ObjectKey>>();
        keys.forEach(key -> digests(key)
                .forEach(digest ->
                        asked.computeIfAbsent(digest, each -> new HashSet<>()).add(key)));
        var needed = new HashSet<ObjectKey>();
        rows.digests(besides, digest -> needed.addAll(asked.getOrDefault(digest, Set.of())));
        return needed;
    }

    private Findings look(boolean deep, boolean delete) {
        var now = clock.instant();
        if (delete) {
            owners.leaveMark();
        }
        var listed = new HashMap<ObjectKey, StoredObject>();
        var marks = new ArrayList<ObjectKey>();
        var foreign = new ArrayList<StoredObject>();
        inventory.forEach(object -> {
            if (Owners.isMark(object.key()) && mayBeAmongOurs(object.key())) {
                marks.add(object.key());
            } else if (isOurs(object.key())) {
                listed.put(object.key(), object);
            } else {
                foreign.add(object);
            }
        });
        var unreadable = new ArrayList<>(rows.unreadable());
        var wanted = unreadable.isEmpty() ? wanted(listed) : Wanted.NONE;
        unreadable.addAll(owners.others(marks));
        var known = unreadable.isEmpty();
        var found = known ? candidates(listed.values(), wanted, now) : Candidates.NONE;
        var collected = known && delete ? delete(found, now) : Tally.NONE;
        var leftOvers = inventory.leftOvers(now.minus(properties.grace()), this::isOurs, known && delete);
        var examined = deep ? examine(listed.keySet()) : new Examination();
        return new Findings(
                objects(listed.values()),
                tally(foreign),
                wanted.missing(),
                wanted.replaced(),
                tally(found.orphans()),
                found.resting(),
                tally(found.surplus()),
                leftOvers,
                collected,
                examined.damaged,
                examined.checked,
                examined.unchecked,
                unreadable);
    }

    /**
     * Whether it is of a service of ours. Where the prefix of another installation begins with ours, all that it has
     * is seen here, too, in namespaces that nobody knows.
     */
    private boolean isOurs(ObjectKey key) {
        return pointing.namespaces().contains(namespace(key));
    }

    /** False of the mark of an installation whose prefix tells all of its objects from ours. */
    private boolean mayBeAmongOurs(ObjectKey mark) {
        return Owners.isOutermost(mark) || isOurs(mark);
    }

    /**
     * What somebody points to.
     *
     * @param digests which keep every object that has one of them in its key
     */
    private record Wanted(Set<String> digests, List<Missing> missing, long replaced) {
        static final Wanted NONE = new Wanted(Set.of(), List.of(), 0);
    }

    private Wanted wanted(Map<ObjectKey, StoredObject> listed) {
        var missing = new ArrayList<Missing>();
        var replaced = new HashSet<ObjectKey>();
        var digests = new HashSet<String>();
        for (var pointer : pointers()) {
            digests.addAll(digests(pointer.key()));
            if (listed.containsKey(pointer.key())) {
                continue;
            }
            if (replaceable(pointer)) {
                replaced.add(pointer.key());
            } else if (!store.exists(pointer.key()) && rows.says(pointer)) {
                missing.add(new Missing(pointer.key(), pointer.column().toString()));
            }
        }
        var known = new HashSet<String>();
        listed.keySet().forEach(key -> known.addAll(digests(key)));
        rows.digests(List.of(), digest -> {
            if (known.contains(digest)) {
                digests.add(digest);
            }
        });
        for (var object : listed.keySet()) {
            if (pointing.namespacesWithKeys().contains(namespace(object))
                    && digests(object).stream().anyMatch(digests::contains)) {
                for (var key : keysIn(object)) {
                    digests.addAll(digests(key));
                    if (listed.containsKey(key)) {
                        continue;
                    }
                    if (Lifecycle.of(key) != Lifecycle.RENDITION) {
                        replaced.add(key);
                    } else if (!store.exists(key)) {
                        missing.add(new Missing(key, object.value()));
                    }
                }
            }
        }
        missing.sort(Comparator.comparing(each -> each.key().value()));
        return new Wanted(digests, missing, replaced.size());
    }

    private List<Pointer> pointers() {
        var pointers = new ArrayList<Pointer>();
        rows.pointers(pointers::add);
        return pointers;
    }

    private static String namespace(ObjectKey key) {
        return key.value().substring(0, key.value().indexOf('/'));
    }

    private Set<ObjectKey> keysIn(ObjectKey object) {
        try {
            var keys = new HashSet<ObjectKey>();
            KEY_IN_JSON
                    .matcher(Files.readString(store.file(object)))
                    .results()
                    .forEach(found -> keys.add(new ObjectKey(found.group(1))));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s, which says what else is needed".formatted(object), e);
        }
    }

    /** What plans and shots mention may have been deleted by its owner, and is replaced where it is needed again. */
    private static boolean replaceable(Pointer pointer) {
        var lifecycle = Lifecycle.of(pointer.key());
        return pointer.column().need() == KeyColumn.Need.REPLACEABLE
                || lifecycle == Lifecycle.CACHE
                || (lifecycle == Lifecycle.ORIGINAL && pointer.column().content() == KeyColumn.Content.JSON);
    }

    private record Candidates(List<StoredObject> orphans, Tally resting, List<StoredObject> surplus) {
        static final Candidates NONE = new Candidates(List.of(), Tally.NONE, List.of());
    }

    private Candidates candidates(Iterable<StoredObject> objects, Wanted wanted, Instant now) {
        var cached = new ArrayList<StoredObject>();
        var orphans = new ArrayList<StoredObject>();
        var resting = Tally.NONE;
        for (var object : objects) {
            var digests = digests(object.key());
            if (Lifecycle.of(object.key()) == Lifecycle.CACHE) {
                cached.add(object);
            } else if (digests.isEmpty() || digests.stream().anyMatch(wanted.digests()::contains)) {
                // It is needed, or none of ours.
                continue;
            } else if (object.used().isBefore(now.minus(keep(object.key())))) {
                orphans.add(object);
            } else {
                resting = resting.plus(object.size());
            }
        }
        return new Candidates(orphans, resting, surplus(cached, now));
    }

    private static Set<String> digests(ObjectKey key) {
        var digests = new HashSet<String>();
        DIGEST.matcher(key.value()).results().forEach(found -> digests.add(found.group()));
        return digests;
    }

    private Duration keep(ObjectKey key) {
        return switch (Lifecycle.of(key)) {
            case ORIGINAL -> properties.grace();
            case RENDITION -> properties.renditionKeep();
            // A store far away notes uses so coarsely that only this is long enough.
            case CACHE ->
                properties.cacheKeep().compareTo(properties.grace()) > 0 ? properties.cacheKeep() : properties.grace();
        };
    }

    private List<StoredObject> surplus(List<StoredObject> cached, Instant now) {
        var size = cached.stream().mapToLong(StoredObject::size).sum();
        var surplus = new ArrayList<StoredObject>();
        cached.sort(Comparator.comparing(StoredObject::used));
        for (var object : cached) {
            if (size <= properties.cacheLimit().toBytes() || !object.used().isBefore(now.minus(keep(object.key())))) {
                break;
            }
            size -= object.size();
            surplus.add(object);
        }
        return surplus;
    }

    private Tally delete(Candidates found, Instant now) {
        var collected = Tally.NONE;
        for (var orphan : found.orphans()) {
            var lastUse = now.minus(keep(orphan.key()));
            if (rows.deleteUnlessNeeded(orphan.key(), () -> inventory.deleteUnused(orphan.key(), lastUse))) {
                collected = collected.plus(orphan.size());
            }
        }
        for (var chunk : found.surplus()) {
            if (inventory.deleteUnused(chunk.key(), now.minus(keep(chunk.key())))) {
                collected = collected.plus(chunk.size());
            }
        }
        return collected;
    }

    private static final class Examination {
        final List<ObjectKey> damaged = new ArrayList<>();
        long checked;
        long unchecked;
    }

    private Examination examine(Iterable<ObjectKey> keys) {
        var examination = new Examination();
        for (var key : keys) {
            var condition = inventory.condition(key);
            if (condition == Condition.GONE) {
                continue;
            }
            examination.checked++;
            if (condition == Condition.DAMAGED) {
                examination.damaged.add(key);
            } else if (condition == Condition.UNKNOWN) {
                examination.unchecked++;
            }
        }
        return examination;
    }

    private static Map<Lifecycle, Tally> objects(Iterable<StoredObject> all) {
        var objects = new EnumMap<Lifecycle, Tally>(Lifecycle.class);
        for (var lifecycle : Lifecycle.values()) {
            objects.put(lifecycle, Tally.NONE);
        }
        all.forEach(object ->
                objects.computeIfPresent(Lifecycle.of(object.key()), (_, tally) -> tally.plus(object.size())));
        return objects;
    }

    private static Tally tally(List<StoredObject> objects) {
        var tally = Tally.NONE;
        for (var object : objects) {
            tally = tally.plus(object.size());
        }
        return tally;
    }
}
