package io.moneyprinter.materials.provider.http;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.fetch.WebAddress;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Credits in one line of plain text, of what strangers call themselves and their works. */
public final class Credit {

    private static final int LONGEST = 200;
    private static final int LONGEST_LINK = 500;

    private Credit() {}

    /** Such as "Photo by Ada Meadow on Pexels (https://…)". */
    public static String on(String site, String what, @Nullable String creator, @Nullable String link) {
        var name = clean(creator);
        return "%s%s on %s%s".formatted(what, name.isEmpty() ? "" : " by " + name, site, linked(link));
    }

    /** Such as "“Bees” by Ada Meadow, CC BY 4.0 (https://…), via Wikimedia Commons (https://…)". */
    public static String licensed(
            String site,
            @Nullable String title,
            @Nullable String creator,
            String licence,
            @Nullable String licenceLink,
            @Nullable String link) {
        var work = clean(title);
        var name = clean(creator);
        var who = (work.isEmpty() ? "Untitled" : "“" + work + "”") + (name.isEmpty() ? "" : " by " + name);
        return Stream.of(who, clean(licence) + linked(licenceLink), "via " + site + linked(link))
                .collect(Collectors.joining(", "));
    }

    /** One short line without marks or markup; empty when nothing is left. */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var line = HtmlUtils.htmlUnescape(text.replaceAll("<[^>]*>", ""))
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }

    /** An address in brackets after a blank; empty for what is none. */
    public static String linked(@Nullable String link) {
        return link == null || !link.matches("https?://\\S+") || link.length() > LONGEST_LINK
                ? ""
                : " (" + link.replace("(", "%28").replace(")", "%29") + ")";
    }

    /** An address as providers write them, with spaces and letters of all scripts; empty for what is none. */
    public static Optional<URI> address(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(WebAddress.parse(text));
        } catch (CodedException e) {
            return Optional.empty();
        }
    }
}
