package io.moneyprinter.content.draft;

import java.time.Instant;

/**
 * A draft in a list.
 *
 * @param version of this line; the latest where drafts are listed
 * @param createdAt when that version was written
 */
public record DraftSummary(String draftId, int version, String title, String language, Instant createdAt) {}
