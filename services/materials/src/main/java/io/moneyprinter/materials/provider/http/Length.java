package io.moneyprinter.materials.provider.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How long clips last, in the words of those who say it. */
public final class Length {

    private static final String SECONDS = "(\\d{1,3}:){0,2}\\d{1,6}(\\.\\d{1,15})?";

    private Length() {}

    /**
     * Seconds as a number or a text, {@code 14.44 s}, {@code minutes:seconds}, or with hours before; zero for what
     * cannot be read.
     */
    public static Duration of(@Nullable JsonNode said) {
        var text = said == null ? "" : said.asString("").strip().replaceFirst("\\s*(s|sec|\\(approx\\))$", "");
        if (!text.matches(SECONDS)) {
            return Duration.ZERO;
        }
        var seconds = 0.0;
        for (var part : text.split(":", -1)) {
            seconds = seconds * 60 + Double.parseDouble(part);
        }
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
