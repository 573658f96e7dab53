package io.moneyprinter.contracts.video;

/**
 * What settings come to.
 *
 * @param codec {@code h264}, {@code hevc}, {@code vp9} or {@code av1}
 * @param mimeType of the finished file
 */
public record OutputProfile(String codec, OutputSettings.Container container, String mimeType) {}
