package io.moneyprinter.orchestration.edit;

/** Takes what is wrong with edits. */
@FunctionalInterface
public interface Complaints {

    /** @param pointer which field of the request */
    void add(String pointer, String detail);
}
