package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.ObjectKey;
import java.time.Duration;

/** A finished film and the files that go with it. */
public record Film(
        Duration duration,
        int width,
        int height,
        ObjectKey content,
        ObjectKey preview,
        ObjectKey thumbnail,
        ObjectKey captionsVtt,
        ObjectKey captionsSrt) {}
