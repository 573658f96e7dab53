package io.moneyprinter.content.llm;

/** Who says something in a conversation. */
public enum Speaker {
    /** We, about how to answer. */
    SYSTEM,
    USER,
    MODEL
}
