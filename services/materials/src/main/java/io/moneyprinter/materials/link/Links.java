package io.moneyprinter.materials.link;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes links that are a permission by themselves, and checks them. What is signed is the path, all parameters, and the
 * second at which the link expires: who has one can change none of it, and learns nothing of what is behind another.
 */
public final class Links {

    private static final String EXPIRES = "exp";
    private static final String SIGNATURE = "sig";

    /** Goes up when something else is signed. */
    private static final String VERSION = "moneyprinter-link-1";

    private static final String ALGORITHM = "HmacSHA256";

    /** A link that is good for at least the first is rounded up to a multiple of the second. */
    private static final Map<Duration, Duration> STEPS = new TreeMap<>(Map.of(
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofHours(2),
            Duration.ofHours(1),
            Duration.ofDays(2),
            Duration.ofDays(1)));

    private final LinkKeys keys;
    private final LinkProperties properties;
    private final Clock clock;

    Links(LinkKeys keys, LinkProperties properties, Clock clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param expiresAt when it stops being good, later than was asked for by less than a day */
    public record Link(String url, Instant expiresAt) {}

    /** A link that is good for as long as is usual. */
    public Link of(String path, Map<String, String> parameters) {
        return of(path, parameters, properties.lifetime());
    }

    /**
     * @param path from the root of the gateway on
     * @param parameters that become part of it
     */
    public Link of(String path, Map<String, String> parameters, Duration lifetime) {
        var expires = rounded(lifetime);
        var all = new TreeMap<>(parameters);
        all.put(EXPIRES, Long.toString(expires));
        var signature = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sign(keys.all().getFirst(), path, all));
        var query = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Link(
                "%s%s?%s&%s=%s".formatted(properties.baseUrl(), path, query, SIGNATURE, signature),
                Instant.ofEpochSecond(expires));
    }

    /** The longest that may be asked for. */
    public Duration longest() {
        return properties.maxLifetime();
    }

    /** Links that are made soon after one another are the same, so that browsers and networks know them again. */
    private long rounded(Duration lifetime) {
        var step = STEPS.entrySet().stream()
                .filter(each -> each.getKey().compareTo(lifetime) <= 0)
                .reduce((shorter, longer) -> longer)
                .orElseThrow()
                .getValue()
                .toSeconds();
        var end = clock.instant().plus(lifetime).getEpochSecond();
        return Math.ceilDiv(end, step) * step;
    }

    /**
     * How long a link is still good.
     *
     * @param parameters as they came, the signature included
     * @throws CodedException {@code LINK_REFUSED} for one that we did not make so, {@code LINK_EXPIRED}
     */
    public Duration check(String path, Map<String, String[]> parameters) {
        var all = new TreeMap<String, String>();
        for (var parameter : parameters.entrySet()) {
            if (parameter.getValue().length != 1) {
                throw refused();
            }
            all.put(parameter.getKey(), parameter.getValue()[0]);
        }
        var signature = decoded(all.remove(SIGNATURE));
        var expires = all.get(EXPIRES);
        if (signature == null || expires == null) {
            throw refused();
        }
        var ours = false;
        for (var key : keys.all()) {
            // Takes the same time whatever is wrong.
            ours |= MessageDigest.isEqual(sign(key, path, all), signature);
        }
        if (!ours) {
            throw refused();
        }
        // Signed by us, so it is a number.
        var left = Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(expires)));
        if (!left.isPositive()) {
            throw new CodedException(MaterialsErrorCode.LINK_EXPIRED, "the link has expired");
        }
        return left;
    }

    private static byte @Nullable [] decoded(@Nullable String signature) {
        if (signature == null) {
            return null;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(signature);
            // There is one way to write it: another one would be another link to a cache.
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(signature) ? bytes : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static byte[] sign(byte[] key, String path, Map<String, String> parameters) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            feed(mac, VERSION);
            feed(mac, path);
            parameters.forEach((name, value) -> {
                feed(mac, name);
                feed(mac, value);
            });
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** With its length, so that no two different lists of parts run into each other. */
    private static void feed(Mac mac, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
    }

    private static CodedException refused() {
        return new CodedException(MaterialsErrorCode.LINK_REFUSED, "the link is not one of ours, or was changed");
    }
}
