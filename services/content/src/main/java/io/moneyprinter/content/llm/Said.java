package io.moneyprinter.content.llm;

/**
 * What one provider said.
 *
 * @param text is not blank
 * @param model as the provider names it
 * @param cut whether it ends where it does because it may have no more tokens
 */
record Said(String text, String model, boolean cut) {}
