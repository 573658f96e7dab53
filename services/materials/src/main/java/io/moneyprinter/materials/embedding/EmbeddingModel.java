package io.moneyprinter.materials.embedding;

import io.moneyprinter.problem.CodedException;
import java.time.Duration;
import java.util.List;

/**
 * Whoever says what texts mean. Where a bean of this type is there, it does; else the server that is set up, or nobody.
 * Any number of threads may ask.
 */
public interface EmbeddingModel extends AutoCloseable {

    /**
     * What its vectors are kept under: another name wherever it says something else of the same texts.
     *
     * @throws CodedException {@code EMBEDDING_…}, where it has to be looked at first and cannot be used
     */
    String name();

    /**
     * What it is and where, for people.
     *
     * @throws CodedException as {@link #name()}
     */
    String description();

    /** How many texts it wants at a time, at most. */
    int batch();

    /**
     * What texts mean.
     *
     * @param texts at least one, at most {@link #batch()}, none of them blank
     * @param patience of whoever waits
     * @return one for each text, all of the same dimensions
     * @throws CodedException {@code EMBEDDING_…}, of which {@code EMBEDDING_REFUSED} says that one of these texts is at
     *     fault, or {@code CANCELLED}
     */
    List<Embedding> embed(List<String> texts, Duration patience);

    @Override
    void close();
}
