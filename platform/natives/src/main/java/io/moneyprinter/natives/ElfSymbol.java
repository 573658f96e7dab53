package io.moneyprinter.natives;

import org.jspecify.annotations.Nullable;

/**
 * A function that a library wants from another one.
 *
 * @param version the symbol version it asks for, such as {@code PULSE_0}; null for none
 */
public record ElfSymbol(String name, @Nullable String version) {}
