package io.moneyprinter.app.cli;

/** What is at the bottom of a failure. */
final class RootCause {

    private RootCause() {}

    /** The message of the innermost cause, or its name where it has none. */
    static String of(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
