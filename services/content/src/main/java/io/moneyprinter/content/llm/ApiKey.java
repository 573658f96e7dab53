package io.moneyprinter.content.llm;

/** A secret of the operator: it does not print. Empty where there is none. */
record ApiKey(String value) {

    static final ApiKey NONE = new ApiKey("");

    ApiKey {
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
