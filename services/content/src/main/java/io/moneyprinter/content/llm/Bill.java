package io.moneyprinter.content.llm;

/** Is told of every answer that is paid for, whether it can be used or not. */
@FunctionalInterface
interface Bill {

    void add(ProviderSettings provider, String model, Tokens tokens);
}
