package io.moneyprinter.content.source;

import io.moneyprinter.content.ContentErrorCode;
import java.io.IOException;

/** A document that cannot be read, told by whoever reads it. */
public final class SourceFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final ContentErrorCode code;

    SourceFailure(ContentErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    ContentErrorCode code() {
        return code;
    }
}
