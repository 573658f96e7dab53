package io.moneyprinter.contracts.content;

/**
 * What can be told of a script before it is written.
 *
 * @param language BCP 47, detected when it was not given
 * @param title given, derived from the text, or the topic
 * @param sentences how many there will be, about
 * @param estimatedDuration of the narration, in seconds
 */
public record ContentEstimate(String language, String title, int sentences, int estimatedDuration) {}
