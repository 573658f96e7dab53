package io.moneyprinter.service.web;

import java.io.IOException;
import java.io.Serial;

/** A body that turned out larger than allowed while it was read. */
final class BodyTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(String message) {
        super(message);
    }
}
