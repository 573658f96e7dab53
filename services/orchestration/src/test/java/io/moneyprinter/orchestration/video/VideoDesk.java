package io.moneyprinter.orchestration.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.EditRequest;
import io.moneyprinter.contracts.orchestration.ExtractOrder;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.Translation;
import io.moneyprinter.contracts.orchestration.TranslationOrder;
import io.moneyprinter.contracts.orchestration.VersionComparison;
import io.moneyprinter.contracts.orchestration.VideoOutput;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoVersion;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.Extract;
import io.moneyprinter.orchestration.RunningOrchestration;
import io.moneyprinter.service.identity.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Uses the public interface as a client would. */
public final class VideoDesk {

    public static final Caller LOCAL = new Caller(UserId.LOCAL);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final VideoController controller;
    private final EditController edits;
    private final OutputController outputs;
    private final TranslationController translations;

    public VideoDesk(RunningOrchestration running) {
        this.controller = running.bean(VideoController.class);
        this.edits = running.bean(EditController.class);
        this.outputs = running.bean(OutputController.class);
        this.translations = running.bean(TranslationController.class);
    }

    public static VideoRequest script(String text) {
        return new VideoRequest(null, null, text, null, null, null, null, null, null, null, null, null);
    }

    public VideoId submit(String script) {
        return submit(script(script));
    }

    public VideoId submit(VideoRequest request) {
        var body = controller.create(LOCAL, null, request).getBody();
        assertThat(body).isNotNull();
        return body.videoId();
    }

    /** The new version. */
    public VideoId edit(VideoId id, Edit... changes) {
        var body = edits.edit(LOCAL, id.value(), null, new EditRequest(List.of(changes)))
                .getBody();
        assertThat(body).isNotNull();
        return body.videoId();
    }

    public VideoOutput convert(VideoId id, ConversionSettings settings) {
        var body = outputs.convert(LOCAL, id.value(), null, settings).getBody();
        assertThat(body).isNotNull();
        return body;
    }

    public VideoOutput extract(VideoId id, Extract extract) {
        var body = outputs.extract(LOCAL, id.value(), null, new ExtractOrder(extract))
                .getBody();
        assertThat(body).isNotNull();
        return body;
    }

    /** The same video in another language. */
    public VideoId translate(VideoId id, Translation wanted) {
        var body = translations
                .translate(LOCAL, id.value(), null, new TranslationOrder(List.of(wanted)))
                .getBody();
        assertThat(body).isNotNull();
        return body.translations().getFirst().videoId();
    }

    public List<VideoVersion> versions(VideoId id) {
        return edits.versions(LOCAL, id.value()).versions();
    }

    public VersionComparison compare(VideoId id, int from, int to) {
        return edits.compare(LOCAL, id.value(), String.valueOf(from), String.valueOf(to));
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
