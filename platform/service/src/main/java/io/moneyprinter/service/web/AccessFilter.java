package io.moneyprinter.service.web;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.identity.ServiceToken;
import io.moneyprinter.service.identity.ServiceTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Decides who is asking. A process that hosts the gateway serves people: until accounts exist everybody who reaches it
 * is the local user, and the inner paths do not exist for them. Any other process serves our own processes only.
 */
final class AccessFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final HostedServices hosted;
    private final ServiceTokens tokens;
    private final ProblemWriter problems;

    AccessFilter(HostedServices hosted, ServiceTokens tokens, ProblemWriter problems) {
        this.hosted = hosted;
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = identify(request);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            problems.write(refusal, request, response);
        }
    }

    private @Nullable CodedException identify(HttpServletRequest request) {
        // Decoded and normalised by the container, unlike the request URI.
        var path = request.getServletPath();
        if (under(path, "/actuator/health")) {
            return null;
        }
        if (hosted.open() && !under(path, "/internal")) {
            new Caller(UserId.LOCAL).attachTo(request);
            return null;
        }
        try {
            var user = token(request).userId();
            if (user != null) {
                new Caller(user).attachTo(request);
            }
            return null;
        } catch (CodedException refused) {
            return hosted.open()
                    ? new CodedException(CommonErrorCode.RESOURCE_NOT_FOUND, "There is nothing at this address.")
                    : refused;
        }
    }

    private ServiceToken token(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new CodedException(CommonErrorCode.NOT_AUTHENTICATED, "The call carries no service token.");
        }
        return tokens.verify(authorization.substring(BEARER.length()));
    }

    private static boolean under(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
