package io.moneyprinter.service.web;

import io.moneyprinter.problem.CodedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller is involved. */
public final class ProblemWriter {

    private final JsonMapper json;
    private final ProblemCounter counter;

    ProblemWriter(JsonMapper json, ProblemCounter counter) {
        this.json = json;
        this.counter = counter;
    }

    /** Does nothing once the answer has begun. */
    public void write(CodedException failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        counter.count(failure.code());
        var retryAfter = failure.retryAfter();
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        write(Problem.of(failure, request.getRequestURI()), response);
    }

    void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var body = json.writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
