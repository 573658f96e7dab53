package io.moneyprinter.tts.provider.neural;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The models that are in memory: loaded when they are needed, and only so many. One that speaks is never closed. */
final class Models implements AutoCloseable {

    private final int most;
    private final int threads;
    private final LinkedHashMap<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /** @param threads of the processor for each run */
    Models(int most, int threads) {
        this.most = most;
        this.threads = threads;
    }

    /** A file that is replaced is another one. */
    private record Key(Path file, long size, FileTime modified) {

        static Key of(Path file) {
            try {
                return new Key(file, Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                throw BrokenVoice.of(file, "it is gone", "put it back, or take its other files away, too", e);
            }
        }
    }

    private final class Entry {

        private int users;
        private boolean retired;
        private @Nullable OnnxModel model;

        /** The first caller loads it, the others wait. */
        synchronized OnnxModel loaded(NeuralVoice voice) {
            var known = model;
            if (known == null) {
                known = OnnxModel.load(voice, threads);
                model = known;
            }
            return known;
        }

        synchronized void close() {
            if (model != null) {
                model.close();
                model = null;
            }
        }
    }

    /** The use of a model; closing it gives it back. */
    final class Lease implements AutoCloseable {

        private final Entry entry;
        private final OnnxModel model;

        private Lease(Entry entry, OnnxModel model) {
            this.entry = entry;
            this.model = model;
        }

        OnnxModel model() {
            return model;
        }

        @Override
        public void close() {
            giveBack(entry);
        }
    }

    /** @throws CodedException if the model cannot be loaded */
    Lease lease(NeuralVoice voice) {
        var entry = taken(Key.of(voice.model()));
        var given = false;
        try {
            var lease = new Lease(entry, entry.loaded(voice));
            given = true;
            return lease;
        } finally {
            if (!given) {
                giveBack(entry);
            }
        }
    }

    private synchronized Entry taken(Key key) {
        if (closed) {
            throw new CodedException(CommonErrorCode.CANCELLED, "the program ends");
        }
        var entry = entries.computeIfAbsent(key, _ -> new Entry());
        entry.users++;
        while (entries.size() > most) {
            var eldest = entries.pollFirstEntry().getValue();
            retire(eldest);
        }
        return entry;
    }

    private synchronized void giveBack(Entry entry) {
        entry.users--;
        if (entry.users == 0 && entry.retired) {
            entry.close();
        }
    }

    private static void retire(Entry entry) {
        entry.retired = true;
        if (entry.users == 0) {
            entry.close();
        }
    }

    /** How many are in memory and stay there. */
    synchronized int size() {
        return entries.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        entries.values().forEach(Models::retire);
        entries.clear();
    }
}
