package io.moneyprinter.materials.intake;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of the corpus.
 *
 * @param name as a user would call it
 * @param made how, for people
 * @param quick whether making and judging it takes so little that every build does it
 */
public record CorpusFile(String name, String made, Verdict verdict, boolean quick, Maker maker) {

    /** Makes the file. */
    @FunctionalInterface
    public interface Maker {
        void make(Path file) throws IOException;
    }

    /** Makes the file in a directory, where it has its name. */
    public Path in(Path directory) throws IOException {
        var file = directory.resolve(name);
        maker.make(file);
        return file;
    }

    public boolean isAccepted() {
        return verdict instanceof Verdict.Accepted;
    }

    /** Without dot. */
    public String extension() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
