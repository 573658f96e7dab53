package io.moneyprinter.content.moderation;

import io.moneyprinter.contracts.content.ModerationRequest;
import io.moneyprinter.contracts.content.TextModeration;
import org.springframework.web.bind.annotation.RestController;

/** Looks at texts for other services. */
@RestController
class ModerationController implements TextModeration {

    private final Moderation moderation;

    ModerationController(Moderation moderation) {
        this.moderation = moderation;
    }

    @Override
    public void check(ModerationRequest request) {
        moderation.check(request.texts(), request.language());
    }
}
