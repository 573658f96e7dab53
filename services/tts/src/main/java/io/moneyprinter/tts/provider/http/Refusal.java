package io.moneyprinter.tts.provider.http;

/** Why a provider did not speak. */
public enum Refusal {
    KEY,
    QUOTA,
    THROTTLED,
    TEXT,
    UNAVAILABLE;

    /** What a status means when the body does not say more. */
    public static Refusal of(int status) {
        return switch (status) {
            case 401, 403 -> KEY;
            case 402 -> QUOTA;
            case 429 -> THROTTLED;
            case 400, 404, 405, 413, 415, 422 -> TEXT;
            default -> UNAVAILABLE;
        };
    }
}
