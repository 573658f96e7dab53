package io.moneyprinter.contracts.tts;

import java.math.BigDecimal;

/**
 * What a provider takes for speaking.
 *
 * @param characters as the provider counts them
 * @param estimatedCost in {@code currency}, from configured prices; what is paid depends on the account
 * @param currency ISO 4217
 */
public record Charge(long characters, BigDecimal estimatedCost, String currency) {

    public static final String CURRENCY = "USD";

    public static final Charge NOTHING = new Charge(0, BigDecimal.ZERO, CURRENCY);

    public Charge plus(Charge other) {
        return new Charge(characters + other.characters, estimatedCost.add(other.estimatedCost), currency);
    }
}
