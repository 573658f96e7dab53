package io.moneyprinter.contracts.video;

/**
 * A named style of captions.
 *
 * @param name what a request calls it
 * @param description one sentence about where it suits
 * @param settings all that it decides; a request may overrule each of them
 */
public record CaptionPreset(String name, String description, CaptionSettings settings) {}
