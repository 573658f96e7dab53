package io.moneyprinter.tts.provider.http;

/** A secret of the operator: it does not print. Empty where there is none. */
public record ApiKey(String value) {

    public ApiKey {
        value = value.strip();
    }

    public boolean isPresent() {
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return "***";
    }
}
