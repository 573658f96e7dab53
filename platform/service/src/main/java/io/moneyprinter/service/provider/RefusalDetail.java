package io.moneyprinter.service.provider;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What servers say when they refuse; every one writes it down in a place of its own. */
public final class RefusalDetail {

    private static final List<String> PLACES = List.of(
            "/error/message", "/detail/error/message", "/detail/message", "/detail", "/error", "/message", "/reason");

    private static final int LONGEST = 300;

    private RefusalDetail() {}

    /** Empty when nothing is said in a known place. */
    public static String of(JsonNode body) {
        for (var place : PLACES) {
            var detail = body.at(place);
            if (detail.isString()) {
                return detail.asString("");
            }
        }
        return "";
    }

    /**
     * One short line for people.
     *
     * @param secret never told on, though the server may repeat it; empty when there is none
     */
    public static String line(String detail, String secret) {
        var line = detail.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        var safe = secret.isEmpty() ? line : line.replace(secret, "***");
        var shorter = safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe;
        return shorter.replaceFirst("[.]+$", "");
    }
}
