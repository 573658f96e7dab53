package io.moneyprinter.service.fetch;

import io.moneyprinter.problem.CodedException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as people paste them. */
public final class WebAddress {

    private static final Pattern PARTS = Pattern.compile("(https?://)([^/?#]*)(.*)", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /**
     * The address in the letters that travel: names of hosts and paths may be written in any script.
     *
     * @throws CodedException {@code DOWNLOAD_REFUSED} for what is no address of the web
     */
    public static URI parse(String text) {
        var parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            throw refused("it does not begin with http:// or https://", null);
        }
        try {
            var host = parts.group(2);
            var plain = host.chars().allMatch(character -> character < 0x80);
            var address = URI.create(new URI(parts.group(1)
                            + (plain ? host : IDN.toASCII(host))
                            + parts.group(3).replace(" ", "%20"))
                    .toASCIIString());
            // What follows the hash is for browsers.
            var hash = address.toString().indexOf('#');
            return hash < 0 ? address : URI.create(address.toString().substring(0, hash));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw refused("it cannot be read", e);
        }
    }

    private static CodedException refused(String reason, @Nullable Throwable cause) {
        return new CodedException(FetchErrorCode.DOWNLOAD_REFUSED, "the address may not be fetched: " + reason, cause);
    }
}
