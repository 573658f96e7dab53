package io.moneyprinter.materials.upload;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Forgets expired uploads, at the start and from time to time. */
@Component
class UploadSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(UploadSweep.class);

    private final Uploads uploads;
    private final UploadProperties properties;
    private @Nullable ScheduledExecutorService timer;

    UploadSweep(Uploads uploads, UploadProperties properties) {
        this.uploads = uploads;
        this.properties = properties;
    }

    @Override
    public void start() {
        var threads = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("expired-uploads").factory());
        threads.scheduleWithFixedDelay(this::sweep, 0, properties.sweep().toMillis(), TimeUnit.MILLISECONDS);
        timer = threads;
    }

    private void sweep() {
        try {
            uploads.sweep();
        } catch (RuntimeException e) {
            log.warn("expired uploads are not removed", e);
        }
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
