package io.moneyprinter.content.llm;

/** What somebody said. */
public record Turn(Speaker speaker, String text) {}
