package io.moneyprinter.content.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moneyprinter.content.journal.Work;
import io.moneyprinter.content.topic.Brief;
import io.moneyprinter.content.topic.GeneratedScene;
import io.moneyprinter.content.topic.TopicWriter;
import io.moneyprinter.content.view.ContentView;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.problem.ErrorKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells of a script while it is written: {@code scene} for each scene, {@code start_over} when those so far are worth
 * nothing, and at the end {@code content} or {@code problem}.
 */
@Component
class StreamedScripts {

    private static final Logger log = LoggerFactory.getLogger(StreamedScripts.class);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final TopicWriter writer;
    private final Screening screening;

    StreamedScripts(TopicWriter writer, Screening screening) {
        this.writer = writer;
        this.screening = screening;
    }

    /** @param heading empty without one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SceneEvent(int index, Scene.@Nullable Role role, String heading, String narration) {}

    /** Nothing more to say. */
    record StartOver() {}

    /** Why there is no script. */
    record Failure(String code, String detail, boolean retryable) {

        static Failure of(ErrorCode code, @Nullable String detail) {
            return new Failure(
                    code.name(),
                    code.kind() == ErrorKind.INTERNAL
                            ? code.meaning()
                            : Objects.requireNonNullElse(detail, code.meaning()),
                    code.kind().retryable());
        }
    }

    SseEmitter write(Brief brief) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var work = Work.current();
        Thread.ofVirtual().name("streamed-script").start(() -> Work.run(work, () -> write(brief, emitter)));
        return emitter;
    }

    private void write(Brief brief, SseEmitter emitter) {
        try {
            var teller = new Teller(emitter);
            var content = screened(writer.write(brief, teller), teller);
            send(emitter, "content", ContentView.of(content));
        } catch (Gone gone) {
            log.debug("nobody listens any more", gone);
        } catch (CodedException failed) {
            tell(emitter, Failure.of(failed.code(), failed.getMessage()));
        } catch (RuntimeException | Error failed) {
            log.error("a streamed script failed", failed);
            tell(emitter, Failure.of(CommonErrorCode.INTERNAL_ERROR, null));
        } finally {
            emitter.complete();
        }
    }

    /** Whether it may be told of is known when all of it is. */
    private GeneratedContent screened(GeneratedContent content, Teller teller) {
        try {
            return screening.written(content);
        } catch (CodedException unwanted) {
            teller.startOver();
            throw unwanted;
        }
    }

    private static void tell(SseEmitter emitter, Failure failure) {
        try {
            send(emitter, "problem", failure);
        } catch (Gone gone) {
            log.debug("nobody listens any more", gone);
        }
    }

    private static void send(SseEmitter emitter, String name, Object data) {
        try {
            emitter.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
        } catch (IOException e) {
            throw new Gone(e);
        } catch (IllegalStateException e) {
            throw new Gone(new IOException("the stream has ended", e));
        }
    }

    /** Whoever has asked is not there any more. */
    private static final class Gone extends UncheckedIOException {

        private static final long serialVersionUID = 1L;

        Gone(IOException cause) {
            super(cause);
        }
    }

    private record Teller(SseEmitter emitter) implements TopicWriter.Listener {

        @Override
        public void scene(GeneratedScene scene) {
            send(
                    emitter,
                    "scene",
                    new SceneEvent(scene.index(), scene.scene().role(), scene.heading(), scene.narration()));
        }

        @Override
        public void startOver() {
            send(emitter, "start_over", new StartOver());
        }
    }
}
