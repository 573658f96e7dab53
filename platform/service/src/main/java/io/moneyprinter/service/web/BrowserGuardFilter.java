package io.moneyprinter.service.web;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps pages of other sites, open in a browser of this machine, away from a server without passwords: by the Host
 * header those that had their own name resolved to us, by the Origin header those that just post.
 */
final class BrowserGuardFilter extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final List<String> allowedHosts;
    private final ProblemWriter problems;

    BrowserGuardFilter(List<String> allowedHosts, ProblemWriter problems) {
        this.allowedHosts =
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = refusal(request);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            problems.write(refusal, request, response);
        }
    }

    private @Nullable CodedException refusal(HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        if (host == null || !allowed(name(host))) {
            return new CodedException(
                    CommonErrorCode.HOST_NOT_ALLOWED,
                    "This server does not answer to the name '%s'; add it to moneyprinter.web.allowed-hosts."
                            .formatted(host == null ? "" : name(host)));
        }
        var reads = READING.contains(request.getMethod()) && request.getHeader(HttpHeaders.UPGRADE) == null;
        if (!reads && crossOrigin(request, host)) {
            return new CodedException(CommonErrorCode.ORIGIN_NOT_ALLOWED, "A page of another site may not do this.");
        }
        return null;
    }

    /** Programs send no Origin; browsers always do when something could change. */
    private static boolean crossOrigin(HttpServletRequest request, String host) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        return !origin.equalsIgnoreCase("http://" + host) && !origin.equalsIgnoreCase("https://" + host);
    }

    private boolean allowed(String name) {
        return LOOPBACK.contains(name) || allowedHosts.contains(name);
    }

    /** The host without its port. */
    private static String name(String host) {
        var end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return (end <= 0 ? host : host.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
