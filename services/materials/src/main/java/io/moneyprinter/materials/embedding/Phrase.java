package io.moneyprinter.materials.embedding;

/**
 * What is looked for.
 *
 * @param weight what it is worth to mean the same, 0..1
 */
public record Phrase(String text, double weight) {}
