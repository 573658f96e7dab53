package io.moneyprinter.service.store;

/** How many objects there are of some kind, and how large they are together. */
public record Tally(long count, long bytes) {

    public static final Tally NONE = new Tally(0, 0);

    public Tally plus(long size) {
        return new Tally(count + 1, bytes + size);
    }

    @Override
    public String toString() {
        return "%,d object%s, %,.1f MiB".formatted(count, count == 1 ? "" : "s", bytes / (double) (1 << 20));
    }
}
