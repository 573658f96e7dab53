package io.moneyprinter.service.web;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.FieldError;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a failure in a controller becomes a response. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final UnreadableBody unreadableBody;
    private final ProblemCounter counter;

    ProblemAdvice(JsonMapper json, ProblemCounter counter) {
        this.unreadableBody = new UnreadableBody(json);
        this.counter = counter;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> coded(CodedException failure, WebRequest request) {
        return respond(
                failure, failure, new HttpHeaders(), failure.code().kind().status(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> constraints(ConstraintViolationException failure, WebRequest request) {
        var errors = failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(
                        Pointers.ofPath(violation.getPropertyPath().toString()), violation.getMessage()))
                .toList();
        return coded(invalid(errors, failure), request);
    }

    /** Whatever nobody foresaw. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(Exception failure, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.debug("the client went away", failure);
            return null;
        }
        var coded = new CodedException(CommonErrorCode.INTERNAL_ERROR, String.valueOf(failure.getMessage()), failure);
        return coded(coded, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return coded(invalid(errors(failure.getAllErrors()), failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = new ArrayList<FieldError>();
        for (var result : failure.getParameterValidationResults()) {
            errors.addAll(errors(result));
        }
        return coded(invalid(errors, failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return coded(unreadableBody.explain(failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            // An id that cannot exist is one that does not exist.
            return coded(
                    new CodedException(CommonErrorCode.RESOURCE_NOT_FOUND, "There is nothing at this address."),
                    request);
        }
        var name = failure.getPropertyName();
        var type = failure.getRequiredType();
        var error = new FieldError(
                "/" + name,
                "'%s' is not %s"
                        .formatted(
                                failure.getValue(),
                                type == null || !type.isPrimitive() && !Number.class.isAssignableFrom(type)
                                        ? "allowed"
                                        : "a number"));
        return coded(invalid(List.of(error), failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return coded(missing(failure.getParameterName(), failure), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return coded(missing(failure.getRequestPartName(), failure), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> missingHeader(MissingRequestHeaderException failure, WebRequest request) {
        return coded(missing(failure.getHeaderName(), failure), request);
    }

    /** All that Spring itself found wrong ends here. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted()) {
            log.debug("too late to answer", failure);
            return null;
        }
        var code = ProblemCodes.ofStatus(status.value());
        var detail = body instanceof org.springframework.http.ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : code.meaning();
        return respond(new CodedException(code, detail, failure), failure, headers, status.value(), request);
    }

    private @Nullable ResponseEntity<Object> respond(
            CodedException coded, Exception failure, HttpHeaders headers, int status, WebRequest request) {
        if (request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted()) {
            log.warn("failed after the answer had begun", failure);
            return null;
        }
        var code = coded.code();
        record(code, failure);
        counter.count(code);
        var instance = request instanceof ServletWebRequest servlet
                ? servlet.getRequest().getRequestURI()
                : "";
        var problem = Problem.of(code, status, String.valueOf(coded.getMessage()), instance, coded.errors());
        var all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var retryAfter = coded.retryAfter();
        if (retryAfter != null) {
            all.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        }
        return ResponseEntity.status(status).headers(all).body(problem);
    }

    private static void record(ErrorCode code, Exception failure) {
        switch (code.kind()) {
            case INTERNAL -> log.error("{}", code.name(), failure);
            case UPSTREAM, EXHAUSTED -> log.warn("{}: {}", code.name(), failure.getMessage());
            default -> log.debug("{}: {}", code.name(), failure.getMessage());
        }
    }

    private static List<FieldError> errors(ParameterValidationResult result) {
        if (result instanceof ParameterErrors fields) {
            return errors(fields.getAllErrors());
        }
        var name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(Pointers.ofPath(name), message(error)))
                .toList();
    }

    private static List<FieldError> errors(List<ObjectError> errors) {
        return errors.stream()
                .map(error -> new FieldError(
                        error instanceof org.springframework.validation.FieldError field
                                ? Pointers.ofPath(field.getField())
                                : "",
                        message(error)))
                .toList();
    }

    private static String message(MessageSourceResolvable error) {
        var message = error.getDefaultMessage();
        return message == null ? "is not allowed" : message;
    }

    private static CodedException missing(String name, Exception failure) {
        return invalid(List.of(new FieldError(Pointers.ofPath(name), "is required")), failure);
    }

    private static CodedException invalid(List<FieldError> errors, Exception failure) {
        var detail = errors.isEmpty()
                ? "The request is not valid."
                : errors.size() == 1
                        ? "%s: %s"
                                .formatted(
                                        errors.getFirst().pointer(),
                                        errors.getFirst().detail())
                        : "%d fields are not valid; the first is %s: %s"
                                .formatted(
                                        errors.size(),
                                        errors.getFirst().pointer(),
                                        errors.getFirst().detail());
        return new CodedException(CommonErrorCode.FIELD_INVALID, detail, errors, null, failure);
    }
}
