package io.moneyprinter.service.web;

import io.moneyprinter.service.identity.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names each request, in the answer and in the log. */
final class RequestIdFilter extends OncePerRequestFilter {

    private static final String NAMED = RequestIdFilter.class.getName() + ".id";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = request.getAttribute(NAMED) instanceof String named
                ? named
                : RequestId.accept(request.getHeader(RequestId.HEADER));
        request.setAttribute(NAMED, id);
        MDC.put(RequestId.LOG_KEY, id);
        if (!response.isCommitted()) {
            response.setHeader(RequestId.HEADER, id);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(RequestId.LOG_KEY);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
