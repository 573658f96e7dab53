package io.moneyprinter.problem;

/**
 * One field at fault.
 *
 * @param pointer JSON pointer into the request body, such as {@code /video_settings/fps}
 * @param detail what is wrong and what is expected
 */
public record FieldError(String pointer, String detail) {}
