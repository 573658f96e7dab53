package io.moneyprinter.service.fetch;

import io.moneyprinter.problem.CodedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Which servers may be asked. As the resolver of the client it sees every name just before the connection is made, and
 * the connection goes to the very addresses it let through: there is no second look-up that could say something else.
 */
final class AddressRules implements DnsResolver {

    private static final Set<Integer> PORTS = Set.of(-1, 80, 443, 8080, 8443);

    private final DnsResolver resolver;
    private final Set<String> allowedHosts;
    private final InetAddressFilter external =
            InetAddressFilter.externalAddresses().andNot("::/96");

    AddressRules(DnsResolver resolver, Set<String> allowedHosts) {
        this.resolver = resolver;
        this.allowedHosts = allowedHosts;
    }

    /** @throws CodedException {@code DOWNLOAD_REFUSED} for an address that nobody has to resolve to refuse it */
    void check(URI address) {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused("its scheme is not http or https");
        }
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            throw refused("it does not name a host and nothing else");
        }
        if (!PORTS.contains(address.getPort()) && !allowed(address.getHost())) {
            throw refused("its port is not 80, 443, 8080 or 8443");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = resolver.resolve(host);
        // One forbidden address among allowed ones is reason enough: which one is used is not ours to say.
        if (addresses.length == 0 || !allowed(host) && !Arrays.stream(addresses).allMatch(external::matches)) {
            throw refused("its host is not on the public internet");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return host;
    }

    private boolean allowed(String host) {
        return allowedHosts.contains(
                host.toLowerCase(Locale.ROOT).replaceFirst("^\\[(.*)]$", "$1").replaceFirst("\\.$", ""));
    }

    private static CodedException refused(String reason) {
        return new CodedException(FetchErrorCode.DOWNLOAD_REFUSED, "the address may not be fetched: " + reason);
    }
}
