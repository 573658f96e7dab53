package io.moneyprinter.service.web;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps JSON bodies small. Uploads have limits of their own. */
final class BodyLimitFilter extends OncePerRequestFilter {

    /** Plans of long films travel between services. */
    private static final long INTERNAL_FACTOR = 16;

    private final DataSize limit;
    private final ProblemWriter problems;

    BodyLimitFilter(DataSize limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes =
                request.getServletPath().startsWith("/internal/") ? limit.toBytes() * INTERNAL_FACTOR : limit.toBytes();
        var message = "The body is larger than %d bytes.".formatted(bytes);
        if (request.getContentLengthLong() > bytes) {
            problems.write(new CodedException(CommonErrorCode.BODY_TOO_LARGE, message), request, response);
            return;
        }
        chain.doFilter(new LimitedRequest(request, bytes, message), response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && !isText(type.toLowerCase(Locale.ROOT));
    }

    private static boolean isText(String type) {
        return type.contains("json") || type.startsWith("text/") || type.startsWith("application/x-www-form");
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long bytes;
        private final String message;
        private @Nullable ServletInputStream body;

        LimitedRequest(HttpServletRequest request, long bytes, String message) {
            super(request);
            this.bytes = bytes;
            this.message = message;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedStream(super.getInputStream(), bytes, message);
            }
            return body;
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final String message;
        private long left;

        LimitedStream(ServletInputStream body, long bytes, String message) {
            this.body = body;
            this.left = bytes;
            this.message = message;
        }

        @Override
        public int read() throws IOException {
            var value = body.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new BodyTooLargeException(message);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
