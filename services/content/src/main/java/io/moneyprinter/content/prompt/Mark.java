package io.moneyprinter.content.prompt;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A line that tells data from instructions: new for each prompt, so that no data can contain it. */
public record Mark(String value) {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Mark random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Mark("data-" + HexFormat.of().formatHex(bytes));
    }
}
