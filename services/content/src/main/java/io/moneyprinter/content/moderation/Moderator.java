package io.moneyprinter.content.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which texts are not wanted. One implementation per means; instances are shared between threads. */
interface Moderator extends AutoCloseable {

    /** For people, such as {@code the word lists any, de}. */
    String description();

    /**
     * The first text with something that is not wanted; null when all are fine.
     *
     * @param language BCP 47 of the texts, null when nobody said
     * @throws io.moneyprinter.problem.CodedException {@code MODERATION_MISCONFIGURED}, {@code MODERATION_THROTTLED},
     *     {@code MODERATION_UNAVAILABLE} or {@code CANCELLED}, and no other exception
     */
    @Nullable
    Finding find(List<String> texts, @Nullable String language);

    @Override
    default void close() {}
}
