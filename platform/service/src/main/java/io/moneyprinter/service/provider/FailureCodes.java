package io.moneyprinter.service.provider;

import io.moneyprinter.problem.ErrorCode;
import java.util.Set;

/**
 * How providers fail, in the words of the service that asks them.
 *
 * @param throttled it wants to be asked less often
 * @param unavailable it does not answer
 * @param blameless what says nothing about the provider: the request was wrong, or called off
 */
public record FailureCodes(ErrorCode throttled, ErrorCode unavailable, Set<ErrorCode> blameless) {

    public FailureCodes {
        blameless = Set.copyOf(blameless);
    }
}
