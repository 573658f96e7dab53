package io.moneyprinter.materials.provider.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.spi.ImageGenerator;
import io.moneyprinter.materials.spi.ImagePrompt;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.testing.GeneratedMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everybody does who makes pictures. The server answers in the shape of the provider. */
public abstract class ImageGeneratorContract {

    /** Long enough for an answer, short enough to wait for one that does not come. */
    protected static final Duration PATIENCE = Duration.ofSeconds(3);

    protected static final ImagePrompt PROMPT =
            new ImagePrompt("Bees dance “in” a hive; {seed}", "letters", 1080, 1920, 42);

    protected final ProviderStandIn server = ProviderStandIn.start();

    @TempDir
    protected Path work;

    protected byte[] picture = {};

    /** The provider as it asks {@link #server}. */
    protected abstract ImageGenerator generator();

    /** Has the server make {@link #picture}. */
    protected abstract void make();

    /** Has the server refuse the words, as the provider does. */
    protected abstract void refuse();

    /** Whether whoever asks has to have a key or a password. */
    protected abstract boolean knowsWhoAsks();

    @BeforeEach
    void draw() throws IOException {
        picture = Files.readAllBytes(GeneratedMedia.plainImage(work.resolve("made.png"), "red", 90, 160));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        if (generator() instanceof AutoCloseable open) {
            open.close();
        }
    }

    @Test
    void makesAPicture() {
        make();

        generate(target());

        assertThat(target()).hasBinaryContent(picture);
    }

    @Test
    void saysWhenItIsAskedTooOften() {
        server.always(ProviderStandIn.json(429, "{\"detail\":\"slow down\"}").with("Retry-After", 7));

        assertThat(assertFails(MaterialsErrorCode.IMAGE_THROTTLED).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void saysWhenItDoesNotMakeThat() {
        refuse();

        assertFails(MaterialsErrorCode.IMAGE_REFUSED);
    }

    @Test
    void saysWhenThereIsNoAnswer() {
        for (var status : List.of(301, 404, 500, 503)) {
            server.always(ProviderStandIn.json(status, "{}"));

            assertThat(assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE)).hasMessageContaining("status " + status);
        }
    }

    @Test
    void saysWhenTheAnswerIsGarbage() {
        for (var body : List.of("<html>", "{", "[]", "{\"error\":{}}", "null", "7", "")) {
            server.always(ProviderStandIn.json(200, body));

            assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE);
        }
    }

    @Test
    void saysWhenTheServerStallsOrHangsUp() {
        for (var misbehaviour : List.of(ProviderStandIn.stall(), ProviderStandIn.hangUp())) {
            server.always(misbehaviour);

            assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE);
        }
        server.close();

        assertThat(assertFails(MaterialsErrorCode.IMAGE_UNAVAILABLE)).hasMessageContaining("no connection");
    }

    @Test
    void keepsTheKeyToItself() {
        assumeTrue(knowsWhoAsks());
        server.always(ProviderStandIn.json(401, "{\"detail\":\"%s is wrong\"}".formatted(ProviderStandIn.KEY)));

        assertThat(assertFails(MaterialsErrorCode.IMAGE_KEY_REFUSED).getMessage())
                .doesNotContain(ProviderStandIn.KEY)
                .contains("moneyprinter.materials.");
    }

    @Test
    void stopsWhenItIsInterrupted() throws InterruptedException {
        server.always(ProviderStandIn.stall());
        var failure = new AtomicReference<CodedException>();
        var asking = Thread.ofVirtual().start(() -> {
            try {
                generate(target());
            } catch (CodedException e) {
                failure.set(e);
            }
        });
        while (server.received().isEmpty()) {
            Thread.sleep(10);
        }

        asking.interrupt();
        asking.join();

        assertThat(failure.get().code()).isEqualTo(CommonErrorCode.CANCELLED);
    }

    /** As whoever asks does. */
    protected final void generate(Path target) {
        generate(generator(), target);
    }

    protected static void generate(ImageGenerator generator, Path target) {
        generator.generate(PROMPT, Deadline.after(generator.timeout()), target);
    }

    private Path target() {
        return work.resolve("target");
    }

    protected final CodedException assertFails(MaterialsErrorCode code) {
        try {
            generate(target());
        } catch (CodedException e) {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
            assertThat(target()).doesNotExist();
            return e;
        }
        throw new AssertionError("it made a picture");
    }
}
