package io.moneyprinter.problem;

/**
 * A stable name for one way to fail. Implemented by one enum per module; codes are never reused.
 *
 * <p>{@code docs/errors.md} is generated from the enums.
 */
public interface ErrorCode {

    /** Upper snake case, unique in the whole product. */
    String name();

    ErrorKind kind();

    /** One sentence for {@code docs/errors.md}: what happened and what to do. */
    String meaning();
}
