package io.moneyprinter.materials.upload;

import io.moneyprinter.service.schedule.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Forgets expired uploads, at the start and from time to time. */
@Component
class UploadSweep extends Sweep {

    private final Uploads uploads;

    UploadSweep(Uploads uploads, UploadProperties properties) {
        super("expired-uploads", Duration.ZERO, properties.sweep(), "expired uploads are not removed");
        this.uploads = uploads;
    }

    @Override
    protected void sweep() {
        uploads.sweep();
    }
}
