package io.moneyprinter.content.llm;

/**
 * A provider could not answer, so that the next one was asked.
 *
 * @param code of the failure, such as {@code LLM_THROTTLED}
 * @param reason for people, without secrets
 */
public record Switched(String provider, String code, String reason) {}
