package io.moneyprinter.materials.upload;

import io.moneyprinter.service.schedule.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets expired uploads, at the start and from time to time. */
@Component
class UploadSweep extends Sweep {

    UploadSweep(Uploads uploads, UploadProperties properties) {
        super("expired-uploads", Duration.ZERO, properties.sweep(), uploads::sweep, "expired uploads are not removed");
    }
}
