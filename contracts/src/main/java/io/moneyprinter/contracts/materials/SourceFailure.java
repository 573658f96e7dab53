package io.moneyprinter.contracts.materials;

/**
 * Somebody who should have given a picture, and could not.
 *
 * @param provider such as {@code pexels}
 * @param code of the failure, such as {@code STOCK_THROTTLED}
 * @param reason for people, without secrets
 */
public record SourceFailure(String provider, String code, String reason) {}
