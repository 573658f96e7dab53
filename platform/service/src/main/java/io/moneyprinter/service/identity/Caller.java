package io.moneyprinter.service.identity;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** Who is asking. A parameter of this type in a public controller method is filled in. */
public record Caller(UserId userId) {

    private static final String ATTRIBUTE = Caller.class.getName();

    /**
     * The caller that the authentication filter found.
     *
     * @throws CodedException {@code NOT_AUTHENTICATED}
     */
    public static Caller of(ServletRequest request) {
        var caller = find(request);
        if (caller == null) {
            throw new CodedException(CommonErrorCode.NOT_AUTHENTICATED, "the call carries no identity");
        }
        return caller;
    }

    /** The caller that the authentication filter found, if it found one. */
    public static @Nullable Caller find(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : null;
    }

    /** Makes this the caller of the request. */
    public void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
