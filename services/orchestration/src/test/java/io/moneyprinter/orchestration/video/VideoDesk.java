package io.moneyprinter.orchestration.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.service.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Uses the public interface as a client would. */
public final class VideoDesk {

    public static final Caller LOCAL = new Caller(UserId.LOCAL);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final VideoController controller;

    public VideoDesk(RunningOrchestration running) {
        this.controller = running.bean(VideoController.class);
    }

    public static VideoRequest script(String text) {
        return new VideoRequest(null, null, text, null, null, null, null, null, null, null, null, null);
    }

    public VideoId submit(String script) {
        var body = controller.create(LOCAL, null, script(script)).getBody();
        assertThat(body).isNotNull();
        return body.videoId();
    }

    public VideoStatus status(VideoId id) {
        return controller.status(LOCAL, id.value());
    }

    public VideoView view(VideoId id) {
        return controller.get(LOCAL, id.value());
    }

    public VideoStatus cancel(VideoId id) {
        return controller.cancel(LOCAL, id.value());
    }

    public void delete(VideoId id) {
        controller.delete(LOCAL, id.value());
    }

    public VideoStatus awaitEnd(VideoId id) {
        return await(id, status -> status.status().terminal());
    }

    public VideoStatus await(VideoId id, JobStatus wanted) {
        return await(id, status -> status.status() == wanted);
    }

    public VideoStatus await(VideoId id, Predicate<VideoStatus> reached) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var status = status(id);
            if (reached.test(status)) {
                return status;
            }
            assertThat(Instant.now()).as("still %s", status).isBefore(deadline);
            pause();
        }
    }

    public static void until(java.util.function.BooleanSupplier reached) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
