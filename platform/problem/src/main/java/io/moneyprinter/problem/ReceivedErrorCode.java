package io.moneyprinter.problem;

/** The code of a failure that another process reported: the same name and kind as over there. */
public record ReceivedErrorCode(String name, ErrorKind kind) implements ErrorCode {

    @Override
    public String meaning() {
        return "Reported by another service.";
    }
}
