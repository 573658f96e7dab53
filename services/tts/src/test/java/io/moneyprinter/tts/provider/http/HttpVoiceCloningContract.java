package io.moneyprinter.tts.provider.http;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.hangUp;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.say;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Request;
import io.moneyprinter.tts.spi.CloneName;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.VoiceCloning;
import io.moneyprinter.tts.spi.VoiceSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every provider that clones voices does, with a service that keeps them. */
public abstract class HttpVoiceCloningContract {

    protected static final String KEY = "canary-0123456789";

    @TempDir
    protected Path work;

    protected final SpeechStandIn service = SpeechStandIn.start();
    protected final CloneName name = CloneName.of(UUID.randomUUID());

    /** Ids of the voices at the service by their names. */
    private final Map<String, String> kept = new ConcurrentSkipListMap<>();

    private SpeechSynthesizer synthesizer;
    protected VoiceCloning cloning;

    /** A synthesizer that asks that address with {@link #KEY}, and clones voices. */
    protected abstract SpeechSynthesizer open(URI address);

    /** The name of the field that holds the name of the voice. */
    protected abstract String nameField();

    /** What the service calls a voice of that name. */
    protected abstract String idOf(String name);

    protected abstract Reply made(String id);

    protected abstract Reply listing(Map<String, String> kept);

    protected abstract Reply refusing(int status, String message);

    @BeforeEach
    void start() {
        service.clones(say(form -> {
            var voice = field(form, nameField());
            kept.put(voice, idOf(voice));
            return made(idOf(voice));
        }));
        service.lists(say(request -> listing(kept)));
        service.deletes(say(request -> kept.values().remove(request.path().replaceFirst(".*/", ""))
                ? Reply.json(200, "{\"status\":\"ok\"}")
                : refusing(404, "no such voice")));
        synthesizer = open(service.url());
        cloning = synthesizer.cloning().orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        ((AutoCloseable) synthesizer).close();
        service.close();
    }

    protected static String field(Request form, String name) {
        var matcher = Pattern.compile(
                        "name=\"%s\"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n(.*?)\r\n--".formatted(name), Pattern.DOTALL)
                .matcher(form.body());
        return matcher.find() ? matcher.group(1) : "";
    }

    protected VoiceSample sample(int files) {
        var samples = new ArrayList<Path>();
        for (var i = 0; i < files; i++) {
            var file = work.resolve("in-%d.wav".formatted(i));
            try {
                Files.write(file, Sounds.hum(48_000, Duration.ofMillis(100)).toBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            samples.add(file);
        }
        return new VoiceSample(name, "Ada \"the voice\"", "en-GB", "female", samples);
    }

    @Test
    void makesFindsAndDeletesAVoice() {
        assertThat(cloning.find(name)).isNull();

        var made = cloning.create(sample(1));

        assertThat(made.id()).isEqualTo(idOf(name.value()));
        assertThat(made.requiresVerification()).isFalse();
        assertThat(cloning.find(name)).isEqualTo(made.id());
        assertThat(cloning.find(CloneName.of(UUID.randomUUID()))).isNull();
        cloning.delete(made.id());
        assertThat(cloning.find(name)).isNull();
        assertThat(kept).isEmpty();
    }

    @Test
    void keepsItOutOfTheVoicesOfAll() {
        cloning.create(sample(1));
        kept.put("Everybody's", "everybody");

        assertThat(synthesizer.voices())
                .isNotEmpty()
                .extracting(Voice::id)
                .doesNotContain(name.value(), idOf(name.value()));
    }

    @Test
    void takesAVoiceThatIsGoneForDeleted() {
        cloning.delete("never-there");

        assertThat(service.deleted()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "422, VOICE_CLONING_REFUSED,",
        "400, VOICE_CLONING_REFUSED,",
        "401, VOICE_KEY_REFUSED,",
        "402, VOICE_QUOTA_SPENT,",
        "429, VOICE_PROVIDER_THROTTLED, 7",
        "503, VOICE_PROVIDER_UNAVAILABLE, 7"
    })
    void saysHowTheServiceFailed(int status, TtsErrorCode code, Integer retryAfter) {
        var answer = send(refusing(status, "because of " + KEY).with("Retry-After", "7"));
        service.clones(answer).deletes(answer).lists(answer);

        for (var call : List.<ThrowingCallable>of(
                () -> cloning.create(sample(1)), () -> cloning.find(name), () -> cloning.delete("voice"))) {
            var failure = catchThrowableOfType(CodedException.class, call);

            assertThat(failure.code()).isEqualTo(code);
            if (retryAfter != null) {
                assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(retryAfter));
            }
            assertThat(Throwables.getStackTrace(failure)).doesNotContain(KEY);
        }
    }

    @Test
    void leavesOpenWhatWasDoneWhenTheServiceHangsUp() {
        service.clones(hangUp());

        assertThat(catchThrowableOfType(CodedException.class, () -> cloning.create(sample(1)))
                        .code())
                .isEqualTo(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE);
    }
}
