package io.moneyprinter.gateway.route;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes out what is for services elsewhere, before anybody reads the body. After the guards, see the platform. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class RelayFilter extends OncePerRequestFilter {

    private final Routes routes;
    private final Relay relay;
    private final ProblemWriter problems;

    RelayFilter(Routes routes, Relay relay, ProblemWriter problems) {
        this.routes = routes;
        this.relay = relay;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var service = routes.remote(request.getServletPath());
        if (service == null || "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            chain.doFilter(request, response);
            return;
        }
        try {
            relay.relay(service, request, response);
        } catch (CodedException failure) {
            problems.write(failure, request, response);
        }
    }
}
