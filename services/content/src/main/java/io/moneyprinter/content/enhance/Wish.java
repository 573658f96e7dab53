package io.moneyprinter.content.enhance;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to a script.
 *
 * @param script Markdown or plain text, with marks for whoever speaks it
 * @param language of the script, null to detect it
 * @param into the language to translate into, null for other wishes
 * @param seconds wanted length, null for half or half as much again
 * @param style null as it is
 * @param tone null as it is
 * @param audience null as it is
 * @param extract whether to do without a model, where that can be; null without one only where there is none
 * @param provider the only one to ask, null for the configured chain
 */
public record Wish(
        UserId user,
        Enhancement enhancement,
        String script,
        @Nullable Language language,
        @Nullable Language into,
        @Nullable Integer seconds,
        @Nullable String style,
        @Nullable String tone,
        @Nullable String audience,
        @Nullable Boolean extract,
        @Nullable String provider) {}
