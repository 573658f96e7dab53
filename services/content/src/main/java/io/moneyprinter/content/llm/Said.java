package io.moneyprinter.content.llm;

/**
 * What one provider said.
 *
 * @param text is not blank
 * @param model as the provider names it
 */
record Said(String text, String model) {}
