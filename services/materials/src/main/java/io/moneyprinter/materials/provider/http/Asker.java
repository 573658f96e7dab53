package io.moneyprinter.materials.provider.http;

/** Asks the provider something more about what it has found. */
@FunctionalInterface
public interface Asker {

    /** @throws io.moneyprinter.problem.CodedException as a search does */
    <T> T ask(Request request, Class<T> answer);
}
