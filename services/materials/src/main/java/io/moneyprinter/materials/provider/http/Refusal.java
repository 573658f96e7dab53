package io.moneyprinter.materials.provider.http;

/** Why a provider did not answer. */
public enum Refusal {
    KEY,
    THROTTLED,
    UNAVAILABLE;

    /** What a status means when nothing else says more. */
    public static Refusal of(int status) {
        return switch (status) {
            case 401, 403 -> KEY;
            case 429 -> THROTTLED;
            default -> UNAVAILABLE;
        };
    }
}
