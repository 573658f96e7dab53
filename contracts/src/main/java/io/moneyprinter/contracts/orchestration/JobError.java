package io.moneyprinter.contracts.orchestration;

/**
 * Why something failed.
 *
 * @param code as in {@code docs/errors.md}
 * @param detail for people
 */
public record JobError(String code, String detail) {}
