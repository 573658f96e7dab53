package io.moneyprinter.s3;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.StoreErrorCode;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failure of the SDK is in our words. */
final class BucketFailure {

    private BucketFailure() {}

    static CodedException of(Exception failure, String place) {
        if (failure instanceof AbortedException || Thread.currentThread().isInterrupted()) {
            Thread.currentThread().interrupt();
            return new CodedException(CommonErrorCode.CANCELLED, "interrupted while asking the object store", failure);
        }
        if (failure instanceof S3Exception answer) {
            return switch (answer.statusCode()) {
                case 301, 400, 401, 403 ->
                    new CodedException(
                            StoreErrorCode.STORE_REFUSED,
                            "%s refuses us: %s. Check the credentials, the region and what they may do: list, read,"
                                            .formatted(place, reason(answer))
                                    + " write and delete",
                            answer);
                case 404 ->
                    new CodedException(StoreErrorCode.STORE_REFUSED, "%s: %s".formatted(place, reason(answer)), answer);
                default ->
                    new CodedException(
                            StoreErrorCode.STORE_UNAVAILABLE, "%s fails: %s".formatted(place, reason(answer)), answer);
            };
        }
        return new CodedException(
                StoreErrorCode.STORE_UNAVAILABLE,
                "%s does not answer: %s"
                        .formatted(place, Objects.requireNonNullElse(failure.getMessage(), "no reason")),
                failure);
    }

    private static String reason(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        var code = details == null ? null : details.errorCode();
        var message = details == null ? null : details.errorMessage();
        return "%d%s%s"
                .formatted(
                        answer.statusCode(),
                        code == null || code.isBlank() ? "" : " " + code,
                        message == null || message.isBlank() ? "" : " (" + message + ")");
    }
}
