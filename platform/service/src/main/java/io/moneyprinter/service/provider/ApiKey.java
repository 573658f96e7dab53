package io.moneyprinter.service.provider;

/** A secret of the operator: it does not print. Empty where there is none. */
public record ApiKey(String value) {

    public static final ApiKey NONE = new ApiKey("");

    public ApiKey {
        value = value.strip();
    }

    public boolean isPresent() {
        return !value.isEmpty();
    }

    /** Whether it can be sent: the message about a header that cannot would hold the key. */
    public boolean isSendable() {
        return value.chars().allMatch(c -> c > ' ' && c < 127);
    }

    @Override
    public String toString() {
        return "***";
    }
}
