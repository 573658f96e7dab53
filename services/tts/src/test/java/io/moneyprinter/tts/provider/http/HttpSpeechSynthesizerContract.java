package io.moneyprinter.tts.provider.http;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.drip;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.half;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.hangUp;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.say;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.stall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Behaviour;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Request;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import io.moneyprinter.tts.spi.SpeechSynthesizerContract;
import io.moneyprinter.tts.spi.Utterance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every provider over HTTP does, whatever it speaks, and however its service behaves. */
public abstract class HttpSpeechSynthesizerContract extends SpeechSynthesizerContract {

    protected static final String KEY = "canary-0123456789";
    protected static final Duration SPOKEN = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration IMPATIENCE = Duration.ofMillis(400);

    protected final SpeechStandIn service = SpeechStandIn.start();
    private final List<SpeechSynthesizer> opened = new ArrayList<>();
    private SpeechSynthesizer synthesizer;

    /** A synthesizer that asks that address with {@link #KEY} for so long. */
    protected abstract SpeechSynthesizer open(URI address, Duration timeout);

    /** Says that sound, and its words where the protocol has them. */
    protected abstract Reply saying(Request request, Wave sound);

    protected abstract Reply listing();

    /** Refuses with a message, as the service words it. */
    protected abstract Reply refusing(int status, String message);

    /** Whether the sound tells its rate; if not, a wrong one has to be found out. */
    protected boolean tellsTheRate() {
        return true;
    }

    @BeforeEach
    void start() {
        service.lists(send(listing()));
        service.speaks(say(request -> saying(request, Sounds.hum(Wave.DEFAULT_RATE, SPOKEN))));
        synthesizer = opened(service.url(), PATIENCE);
    }

    @AfterEach
    void close() throws Exception {
        for (var one : opened) {
            ((AutoCloseable) one).close();
        }
        service.close();
    }

    private SpeechSynthesizer opened(URI address, Duration timeout) {
        var one = open(address, timeout);
        opened.add(one);
        return one;
    }

    @Override
    protected SpeechSynthesizer synthesizer() {
        return synthesizer;
    }

    /** The ways in which services have been seen to fail. */
    public enum Misbehaviour {
        THROTTLE,
        BREAK,
        CLOSE_FOR_A_WHILE,
        STALL,
        DRIP,
        HANG_UP,
        SEND_HALF,
        SEND_A_WEB_PAGE,
        SEND_GARBAGE,
        SEND_NOTHING,
        SAY_NOTHING,
        REDIRECT,
        REFUSE_THE_KEY,
        REFUSE_THE_TEXT
    }

    private Behaviour behaviour(Misbehaviour misbehaviour) {
        return switch (misbehaviour) {
            case THROTTLE -> send(refusing(429, "slow down").with("Retry-After", "7"));
            case BREAK -> send(refusing(500, "oops"));
            case CLOSE_FOR_A_WHILE -> send(refusing(503, "closed").with("Retry-After", "30"));
            case STALL -> stall();
            case DRIP -> drip();
            case HANG_UP -> hangUp();
            case SEND_HALF -> half(request -> saying(request, Sounds.hum(Wave.DEFAULT_RATE, SPOKEN)));
            case SEND_A_WEB_PAGE ->
                send(Reply.of("text/html; charset=utf-8", ascii("<!doctype html><h1>Sign in</h1>")));
            case SEND_GARBAGE ->
                say(request -> Reply.of(
                        saying(request, Sounds.hum(Wave.DEFAULT_RATE, SPOKEN)).contentType(),
                        ascii("{\"what\": is this}")));
            case SEND_NOTHING -> send(new Reply(502, "text/plain", Map.of(), new byte[0]));
            case SAY_NOTHING -> say(request -> saying(request, Sounds.silence()));
            case REDIRECT -> send(refusing(307, "elsewhere").with("Location", service.url() + "/elsewhere"));
            case REFUSE_THE_KEY -> send(refusing(401, "Incorrect key: " + KEY));
            case REFUSE_THE_TEXT -> send(refusing(400, "This is not fit to be said with " + KEY + "."));
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLE, VOICE_PROVIDER_THROTTLED, 7",
        "BREAK, VOICE_PROVIDER_UNAVAILABLE,",
        "CLOSE_FOR_A_WHILE, VOICE_PROVIDER_UNAVAILABLE, 30",
        "STALL, VOICE_PROVIDER_UNAVAILABLE,",
        "DRIP, VOICE_PROVIDER_UNAVAILABLE,",
        "HANG_UP, VOICE_PROVIDER_UNAVAILABLE,",
        "SEND_HALF, VOICE_PROVIDER_UNAVAILABLE,",
        "SEND_A_WEB_PAGE, VOICE_ANSWER_UNUSABLE,",
        "SEND_GARBAGE, VOICE_ANSWER_UNUSABLE,",
        "SEND_NOTHING, VOICE_PROVIDER_UNAVAILABLE,",
        "SAY_NOTHING, VOICE_PROVIDER_SILENT,",
        "REDIRECT, VOICE_PROVIDER_UNAVAILABLE,",
        "REFUSE_THE_KEY, VOICE_KEY_REFUSED,",
        "REFUSE_THE_TEXT, VOICE_TEXT_REFUSED,"
    })
    void saysHowTheServiceFailed(Misbehaviour misbehaviour, TtsErrorCode code, Integer retryAfter, @TempDir Path work) {
        service.speaks(behaviour(misbehaviour));
        var waits = misbehaviour == Misbehaviour.STALL || misbehaviour == Misbehaviour.DRIP;
        var asking = opened(service.url(), waits ? IMPATIENCE : PATIENCE);
        var before = System.nanoTime();

        var failure = failure(asking, utterance(SENTENCE), work);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.retryAfter()).isEqualTo(retryAfter == null ? null : Duration.ofSeconds(retryAfter));
        assertThat(failure.getMessage()).endsWith(".");
        assertThat(Throwables.getStackTrace(failure)).doesNotContain(KEY);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
        assertThat(service.spoken()).hasSize(1);
    }

    @Test
    void speaksAgainOnceTheServiceBehaves(@TempDir Path work) throws IOException {
        service.speaks(hangUp());
        failure(synthesizer, utterance(SENTENCE), work);
        service.speaks(say(request -> saying(request, Sounds.hum(Wave.DEFAULT_RATE, SPOKEN))));

        var spoken = synthesizer.synthesize(utterance(SENTENCE), work);

        assertThat(Wave.read(Files.readAllBytes(spoken.file())).duration()).isEqualTo(SPOKEN);
    }

    @Test
    void isNotFooledByAnotherSampleRate(@TempDir Path work) throws IOException {
        service.speaks(say(request -> saying(request, Sounds.hum(16_000, SPOKEN))));

        if (tellsTheRate()) {
            var spoken = synthesizer.synthesize(utterance(SENTENCE), work);

            var wave = Wave.read(Files.readAllBytes(spoken.file()));
            assertThat(wave.sampleRate()).isEqualTo(16_000);
            assertThat(wave.duration()).isEqualTo(SPOKEN);
        } else {
            assertThat(failure(synthesizer, utterance(SENTENCE), work).code())
                    .isEqualTo(TtsErrorCode.VOICE_ANSWER_UNUSABLE);
        }
    }

    @Test
    void saysWhenNobodyIsThere(@TempDir Path work) throws Exception {
        // Bound and not listening: refused for certain, and nobody else can take the port.
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var lost = opened(URI.create("http://127.0.0.1:" + taken.getLocalPort()), PATIENCE);

            assertThat(failure(lost, utterance(SENTENCE), work))
                    .hasMessageContaining("there is no connection to it")
                    .extracting(CodedException::code)
                    .isEqualTo(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE);
        }
    }

    @Test
    void trustsNoStranger(@TempDir Path work) {
        try (var stranger = SpeechStandIn.start(SelfSigned.context(work))) {
            stranger.speaks(say(request -> saying(request, Sounds.hum(Wave.DEFAULT_RATE, SPOKEN))));
            var careful = opened(stranger.url(), PATIENCE);

            assertThat(failure(careful, utterance(SENTENCE), work))
                    .hasMessageContaining("certificate")
                    .extracting(CodedException::code)
                    .isEqualTo(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE);
            assertThat(stranger.spoken()).isEmpty();
        }
    }

    @Test
    void goesOnWithKnownVoicesWhenTheListCannotBeHad() {
        service.lists(send(refusing(500, "oops")));
        var asking = opened(service.url(), PATIENCE);

        assertThat(asking.voices()).isNotEmpty();
        assertThat(asking.listingFailure() == null).isEqualTo(service.listed().isEmpty());
    }

    @Test
    void endsWhenTheWorkIsCancelled(@TempDir Path work) throws InterruptedException {
        service.speaks(stall());
        var utterance = utterance(SENTENCE);
        var code = new AtomicReference<ErrorCode>();
        var thread = Thread.ofVirtual()
                .start(() -> code.set(failure(synthesizer, utterance, work).code()));

        thread.interrupt();
        thread.join(PATIENCE);

        assertThat(code).hasValue(CommonErrorCode.CANCELLED);
    }

    @Test
    void refusesWhatItWouldLeaveOut(@TempDir Path work) {
        var voice = synthesizer.voices().getFirst();
        if (!synthesizer.capabilities().contains(Capability.RATE)) {
            assertThat(failure(synthesizer, new Utterance(SENTENCE, voice, 1.1, 0), work)
                            .code())
                    .isEqualTo(TtsErrorCode.VOICE_SETTING_UNSUPPORTED);
        }
        if (!synthesizer.capabilities().contains(Capability.PITCH)) {
            assertThat(failure(synthesizer, new Utterance(SENTENCE, voice, 1, 2), work)
                            .code())
                    .isEqualTo(TtsErrorCode.VOICE_SETTING_UNSUPPORTED);
        }
        assertThat(service.spoken()).isEmpty();
    }

    @Test
    void knowsItsPrice() {
        assertThat(synthesizer.pricePerMillionCharacters(synthesizer.voices().getFirst()))
                .isPositive();
    }

    protected static CodedException failure(SpeechSynthesizer synthesizer, Utterance utterance, Path work) {
        return catchThrowableOfType(CodedException.class, () -> synthesizer.synthesize(utterance, work));
    }
}
