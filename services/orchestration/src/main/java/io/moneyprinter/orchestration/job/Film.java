package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.tts.Charge;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A finished film and the files that go with it, or what of it was asked for.
 *
 * @param width 0 where nothing is seen
 * @param height 0 where nothing is seen
 * @param content the film or the sound; null where only captions were asked for
 * @param preview null where nothing is seen
 * @param thumbnail null where nothing is seen
 * @param captionsAss null for films that were made before there were any
 * @param words null for films that were made before they were kept
 * @param charge of those who were asked to speak; null for films that were made before it was kept
 */
public record Film(
        Duration duration,
        int width,
        int height,
        @Nullable ObjectKey content,
        @Nullable ObjectKey preview,
        @Nullable ObjectKey thumbnail,
        ObjectKey captionsVtt,
        ObjectKey captionsSrt,
        @Nullable ObjectKey captionsAss,
        @Nullable ObjectKey words,
        @Nullable Charge charge) {}
