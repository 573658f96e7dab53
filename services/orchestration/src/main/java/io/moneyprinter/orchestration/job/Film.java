package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A finished film and the files that go with it.
 *
 * @param captionsAss null for films that were made before there were any
 */
public record Film(
        Duration duration,
        int width,
        int height,
        ObjectKey content,
        ObjectKey preview,
        ObjectKey thumbnail,
        ObjectKey captionsVtt,
        ObjectKey captionsSrt,
        @Nullable ObjectKey captionsAss) {}
