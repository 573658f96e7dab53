package io.moneyprinter.content.llm;

/** A secret of the operator: it does not print. Empty where there is none. Public to be made of a setting. */
public record ApiKey(String value) {

    static final ApiKey NONE = new ApiKey("");

    public ApiKey {
        value = value.strip();
    }

    boolean isPresent() {
        return !value.isEmpty();
    }

    /** Whether it can be sent: the message about a header that cannot would hold the key. */
    boolean isSendable() {
        return value.chars().allMatch(c -> c > ' ' && c < 127);
    }

    @Override
    public String toString() {
        return "***";
    }
}
