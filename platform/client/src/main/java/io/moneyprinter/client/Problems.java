package io.moneyprinter.client;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.problem.ReceivedErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads problem documents back into the exception they were made from. */
final class Problems {

    private Problems() {}

    static CodedException failure(JsonMapper json, int status, String body) {
        try {
            var problem = json.readTree(body);
            var errors = new ArrayList<FieldError>();
            for (var error : problem.path("errors")) {
                errors.add(new FieldError(
                        error.path("pointer").asString(""), error.path("detail").asString("")));
            }
            var code = new ReceivedErrorCode(
                    problem.path("code").asString(CommonErrorCode.INTERNAL_ERROR.name()), kind(status));
            return new CodedException(code, problem.path("detail").asString("status " + status), errors, null, null);
        } catch (JacksonException notAProblem) {
            return new CodedException(
                    new ReceivedErrorCode(CommonErrorCode.INTERNAL_ERROR.name(), kind(status)), "status " + status);
        }
    }

    private static ErrorKind kind(int status) {
        return Arrays.stream(ErrorKind.values())
                .filter(kind -> kind.status() == status)
                .findFirst()
                .orElse(status < 500 ? ErrorKind.INVALID : ErrorKind.INTERNAL);
    }
}
