package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.common.ObjectKey;

/**
 * A spoken sentence at its place in the film.
 *
 * @param start samples from the start of the film
 */
public record Narration(ObjectKey audio, long start, long samples) {}
