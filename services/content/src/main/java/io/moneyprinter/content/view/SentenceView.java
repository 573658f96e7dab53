package io.moneyprinter.content.view;

import java.util.List;

/**
 * A sentence, or a clause of a long one. Read only: what is edited is the narration.
 *
 * @param pauseAfter in seconds
 * @param keywords what it is about, most telling first
 */
public record SentenceView(String text, double pauseAfter, List<String> keywords) {}
