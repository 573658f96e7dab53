package io.moneyprinter.tts.voice;

import io.moneyprinter.contracts.tts.VoicePage;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The voices one can choose from. */
@RestController
class VoiceController {

    private final Voices voices;

    VoiceController(Voices voices) {
        this.voices = voices;
    }

    /**
     * Those of the caller first. A language alone, such as {@code en}, finds all its regions; a whole tag, such as
     * {@code en-GB}, only that one.
     */
    @GetMapping("/api/v1/tts/voices")
    VoicePage voices(
            Caller caller,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String locale,
            @RequestParam(required = false) @Nullable String gender,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String style,
            @RequestParam(required = false) @Nullable Boolean paid,
            @RequestParam(name = "needs_key", required = false) @Nullable Boolean needsKey,
            @RequestParam(required = false) @Nullable Boolean offline,
            @RequestParam(defaultValue = "100") @Min(1) @Max(10_000) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = new VoiceFilter(language, locale, gender, provider, style, paid, needsKey, offline);
        return page(voices.listing(caller.userId()), filter, limit, cursor);
    }

    private VoicePage page(Voices.Listing listing, VoiceFilter filter, int limit, @Nullable String cursor) {
        var rest = cursor == null ? listing.voices() : VoiceCursor.after(cursor, listing.voices());
        var found = rest.stream().filter(filter.in(voices)).limit(limit + 1L).toList();
        return found.size() <= limit
                ? new VoicePage(found, listing.missing(), null)
                : new VoicePage(found.subList(0, limit), listing.missing(), VoiceCursor.of(found.get(limit - 1)));
    }
}
