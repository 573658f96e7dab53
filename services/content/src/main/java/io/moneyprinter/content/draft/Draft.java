package io.moneyprinter.content.draft;

import io.moneyprinter.contracts.content.GeneratedContent;
import java.time.Instant;

/**
 * One version of a script that a user keeps.
 *
 * @param version counts up with each change
 * @param createdAt when this version was written
 */
public record Draft(String id, int version, Instant createdAt, GeneratedContent content) {}
