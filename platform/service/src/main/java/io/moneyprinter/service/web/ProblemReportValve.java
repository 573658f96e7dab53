package io.moneyprinter.service.web;

import io.moneyprinter.service.json.Json;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat says about requests that it refuses before any of us sees them. Tomcat makes the instance. */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var code = ProblemCodes.ofStatus(status);
        var path = request.getRequestURI();
        var problem = Problem.of(code, status, code.meaning(), path == null ? "" : path, List.of());
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(Json.strict().writeValueAsString(problem));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("the client went away", e);
        }
    }
}
