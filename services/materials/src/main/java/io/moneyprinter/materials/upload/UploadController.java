package io.moneyprinter.materials.upload;

import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Uploads in pieces by the tus protocol, version 1.0.0, with creation, expiration, checksum and termination. When all
 * has come, {@code POST …/asset} takes the file in as any other.
 */
@RestController
final class UploadController {

    private static final String MATERIALS = "/api/v1/materials";
    private static final String PATH = MATERIALS + "/uploads";
    private static final String ONE = PATH + "/{id}";

    private static final String VERSION = "1.0.0";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String METADATA = "Upload-Metadata";
    private static final String EXPIRES = "Upload-Expires";
    private static final String CHECKSUM = "Upload-Checksum";
    private static final String PIECE = "application/offset+octet-stream";

    /** The protocol's own status for a piece whose checksum is not the one that was sent. */
    private static final int CHECKSUM_MISMATCH = 460;

    private final Uploads uploads;

    UploadController(Uploads uploads) {
        this.uploads = uploads;
    }

    @RequestMapping(
            path = {PATH, ONE},
            method = RequestMethod.OPTIONS)
    ResponseEntity<Void> capabilities() {
        return ResponseEntity.noContent()
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,expiration,checksum,termination")
                .header("Tus-Checksum-Algorithm", Checksum.NAMES)
                .header("Tus-Max-Size", Long.toString(uploads.longest()))
                .build();
    }

    @PostMapping(PATH)
    ResponseEntity<?> begin(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var refusal = refusal(request, response);
        if (refusal != null) {
            return refusal;
        }
        var metadata = new UploadMetadata(Objects.requireNonNullElse(request.getHeader(METADATA), ""));
        var upload = uploads.begin(caller.userId(), number(request, LENGTH), metadata);
        return ResponseEntity.created(URI.create(PATH + "/" + upload.id()))
                .header(EXPIRES, expires(upload))
                .build();
    }

    @RequestMapping(path = ONE, method = RequestMethod.HEAD)
    ResponseEntity<?> look(
            Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        var refusal = refusal(request, response);
        if (refusal != null) {
            return refusal;
        }
        var upload = uploads.get(caller.userId(), id);
        var answer = ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(OFFSET, Long.toString(uploads.offset(upload)))
                .header(LENGTH, Long.toString(upload.length()))
                .header(EXPIRES, expires(upload));
        if (!upload.metadata().header().isEmpty()) {
            answer.header(METADATA, upload.metadata().header());
        }
        return answer.build();
    }

    @PatchMapping(ONE)
    ResponseEntity<?> append(
            Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var refusal = refusal(request, response);
        if (refusal != null) {
            return refusal;
        }
        if (!PIECE.equals(request.getContentType())) {
            return problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
                    MaterialsErrorCode.UPLOAD_REFUSED,
                    "Content-Type: '%s' (expected: %s)".formatted(request.getContentType(), PIECE),
                    request);
        }
        var offset = number(request, OFFSET);
        var header = request.getHeader(CHECKSUM);
        var checksum = header == null ? null : Checksum.parse(header);
        try {
            var upload = uploads.append(caller.userId(), id, offset, request.getInputStream(), checksum);
            return ResponseEntity.noContent()
                    .header(OFFSET, Long.toString(uploads.offset(upload)))
                    .header(EXPIRES, expires(upload))
                    .build();
        } catch (CodedException e) {
            if (e.code() == MaterialsErrorCode.CHECKSUM_MISMATCH) {
                return problem(CHECKSUM_MISMATCH, e.code(), String.valueOf(e.getMessage()), request);
            }
            throw e;
        }
    }

    @DeleteMapping(ONE)
    ResponseEntity<?> delete(
            Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        var refusal = refusal(request, response);
        if (refusal != null) {
            return refusal;
        }
        uploads.delete(caller.userId(), id);
        return ResponseEntity.noContent().build();
    }

    /** For networks that know no other methods. */
    @PostMapping(ONE)
    ResponseEntity<?> overridden(
            Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var method = Objects.requireNonNullElse(request.getHeader("X-HTTP-Method-Override"), "")
                .toUpperCase(Locale.ROOT);
        return switch (method) {
            case "PATCH" -> append(caller, id, request, response);
            case "DELETE" -> delete(caller, id, request, response);
            default ->
                problem(
                        HttpStatus.METHOD_NOT_ALLOWED.value(),
                        MaterialsErrorCode.UPLOAD_REFUSED,
                        "X-HTTP-Method-Override: '%s' (expected: PATCH or DELETE)".formatted(method),
                        request);
        };
    }

    /** 201 for a file that is new, 200 for one that was there. */
    @PostMapping(ONE + "/asset")
    ResponseEntity<Asset> finish(Caller caller, @PathVariable String id) {
        var added = uploads.finish(caller.userId(), id);
        return ResponseEntity.status(added.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(MATERIALS + "/" + added.asset().assetId()))
                .body(added.asset());
    }

    /** What is said to those who speak another version; null for all others. */
    private static @Nullable ResponseEntity<?> refusal(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(RESUMABLE, VERSION);
        if (VERSION.equals(request.getHeader(RESUMABLE))) {
            return null;
        }
        response.setHeader("Tus-Version", VERSION);
        return problem(
                HttpStatus.PRECONDITION_FAILED.value(),
                MaterialsErrorCode.UPLOAD_REFUSED,
                "%s: '%s' (expected: %s)".formatted(RESUMABLE, request.getHeader(RESUMABLE), VERSION),
                request);
    }

    private static long number(HttpServletRequest request, String header) {
        var value = Objects.requireNonNullElse(request.getHeader(header), "");
        if (!value.matches("\\d{1,18}")) {
            throw new CodedException(
                    MaterialsErrorCode.UPLOAD_REFUSED,
                    "%s: '%s' (expected: a number of bytes)".formatted(header, value));
        }
        return Long.parseLong(value);
    }

    private static ResponseEntity<Problem> problem(
            int status, ErrorCode code, String detail, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(code, status, detail, request.getRequestURI(), List.of()));
    }

    private static String expires(Upload upload) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expiresAt().atOffset(ZoneOffset.UTC));
    }
}
