package io.moneyprinter.tts.provider.http;

import static io.moneyprinter.tts.provider.http.SpeechStandIn.drip;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.half;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.hangUp;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.say;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.send;
import static io.moneyprinter.tts.provider.http.SpeechStandIn.stall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.VoiceFailure;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.testing.web.SelfSigned;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Behaviour;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Reply;
import io.moneyprinter.tts.provider.http.SpeechStandIn.Request;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.spi.SpeechSynthesizer.Capability;
import io.moneyprinter.tts.spi.SpeechSynthesizerContract;
import io.moneyprinter.tts.spi.Utterance;
import io.moneyprinter.tts.synthesis.Failovers;
import io.moneyprinter.tts.synthesis.ToneSynthesizer;
import io.moneyprinter.tts.voice.VoicesTests;
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
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What every provider over HTTP does, whatever it speaks, and however its service behaves. */
public abstract class HttpSpeechSynthesizerContract extends SpeechSynthesizerContract {

    protected static final String KEY = "canary-0123456789";
    protected static final Duration SPOKEN = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Long enough that a busy machine has asked by then. */
    private static final Duration IMPATIENCE = Duration.ofSeconds(1);

    protected final SpeechStandIn service = SpeechStandIn.start();
    private final List<SpeechSynthesizer> opened = new ArrayList<>();
    private SpeechSynthesizer synthesizer;

    /** A synthesizer that asks that address with {@link #KEY} for so long. */
    protected abstract SpeechSynthesizer open(URI address, Duration timeout);

    /** Says that sound, and its words where the protocol has them. */
    protected abstract Reply saying(Request request, Wave sound);

    protected abstract Reply listing();

    /** The configuration that makes the provider, with nothing set. */
    protected abstract ApplicationContextRunner unset();

    /** The settings that it is there with, and not without. */
    protected abstract List<String> switchedOn();

    /** Settings that cannot be meant, as {@code name=value}; each is refused by its name. */
    protected abstract List<String> wrongSettings();

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

    /** The ways in which services have been seen to fail, and what we say then. */
    public enum Misbehaviour {
        THROTTLE(TtsErrorCode.VOICE_PROVIDER_THROTTLED, 7),
        BREAK(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE),
        CLOSE_FOR_A_WHILE(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE, 30),
        STALL(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE),
        DRIP(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE),
        HANG_UP(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE),
        SEND_HALF(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE),
        SEND_A_WEB_PAGE(TtsErrorCode.VOICE_ANSWER_UNUSABLE),
        SEND_GARBAGE(TtsErrorCode.VOICE_ANSWER_UNUSABLE),
        SEND_NOTHING(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE),
        SAY_NOTHING(TtsErrorCode.VOICE_PROVIDER_SILENT),
        REDIRECT(TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE),
        REFUSE_THE_KEY(TtsErrorCode.VOICE_KEY_REFUSED),
        REFUSE_THE_TEXT(TtsErrorCode.VOICE_TEXT_REFUSED);

        private final TtsErrorCode code;
        private final @Nullable Duration retryAfter;

        Misbehaviour(TtsErrorCode code) {
            this.code = code;
            this.retryAfter = null;
        }

        Misbehaviour(TtsErrorCode code, int retryAfterSeconds) {
            this.code = code;
            this.retryAfter = Duration.ofSeconds(retryAfterSeconds);
        }

        Duration patience() {
            return this == STALL || this == DRIP ? IMPATIENCE : PATIENCE;
        }
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
    @EnumSource
    void saysHowTheServiceFailed(Misbehaviour misbehaviour, @TempDir Path work) {
        service.speaks(behaviour(misbehaviour));
        var asking = opened(service.url(), misbehaviour.patience());
        var before = System.nanoTime();

        var failure = failure(asking, utterance(SENTENCE), work);

        assertThat(failure.code()).isEqualTo(misbehaviour.code);
        assertThat(failure.retryAfter()).isEqualTo(misbehaviour.retryAfter);
        assertThat(failure.getMessage()).endsWith(".");
        assertThat(Throwables.getStackTrace(failure)).doesNotContain(KEY);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
        assertThat(service.spoken()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheSentenceToAnother(Misbehaviour misbehaviour, @TempDir Path work) {
        service.speaks(behaviour(misbehaviour));

        var speech = Failovers.speak(work, SENTENCE, opened(service.url(), misbehaviour.patience()), other());

        assertSpokenByAnother(speech, misbehaviour.code);
        // What may pass is tried again, unless the service said when it wants to be asked.
        assertThat(service.spoken())
                .hasSize(misbehaviour.code.kind().retryable() && misbehaviour.retryAfter == null ? 2 : 1);
    }

    private static SpeechSynthesizer other() {
        return new ToneSynthesizer("other", 0.1, VoicesTests.voice("other", "other-voice", "en-US"));
    }

    private void assertSpokenByAnother(Speech speech, TtsErrorCode code) {
        assertThat(speech.provider()).isEqualTo("other");
        assertThat(speech.failures())
                .extracting(VoiceFailure::provider, VoiceFailure::code)
                .containsExactly(tuple(synthesizer.provider(), code.name()));
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
            assertSpokenByAnother(
                    Failovers.speak(work, SENTENCE, careful, other()), TtsErrorCode.VOICE_PROVIDER_UNAVAILABLE);
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

    @Test
    void isOffUnlessItIsSwitchedOn() {
        unset().run(started -> assertThat(started).doesNotHaveBean(SpeechSynthesizer.class));
        unset().withPropertyValues(switchedOn().stream()
                        .map(setting -> setting.substring(0, setting.indexOf('=') + 1))
                        .toArray(String[]::new))
                .run(started -> assertThat(started).doesNotHaveBean(SpeechSynthesizer.class));
        unset().withPropertyValues(switchedOn().toArray(String[]::new))
                .run(started -> assertThat(started).hasSingleBean(SpeechSynthesizer.class));
    }

    @TestFactory
    Stream<DynamicTest> refusesSettingsByName() {
        return wrongSettings().stream()
                .map(setting -> DynamicTest.dynamicTest(
                        setting,
                        () -> unset().withPropertyValues(switchedOn().toArray(String[]::new))
                                .withPropertyValues(setting)
                                .run(started -> assertThat(getMostSpecificCause(started.getStartupFailure()))
                                        .hasMessageStartingWith(setting.substring(0, setting.indexOf('=')))
                                        .hasMessageContaining("expected"))));
    }

    protected static CodedException failure(SpeechSynthesizer synthesizer, Utterance utterance, Path work) {
        return catchThrowableOfType(CodedException.class, () -> synthesizer.synthesize(utterance, work));
    }
}
