package io.moneyprinter.tts.provider.http;

import io.moneyprinter.service.provider.Answer;
import io.moneyprinter.service.provider.Deadline;
import io.moneyprinter.service.provider.ProviderHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Asks one provider of speech. */
public final class SpeechHttp implements AutoCloseable {

    private static final DataSize LARGEST_ANSWER = DataSize.ofMegabytes(64);

    private final ProviderHttp http;
    private final Failures failures;

    public SpeechHttp(Failures failures, Duration connectTimeout) {
        this.failures = failures;
        this.http = new ProviderHttp(connectTimeout, LARGEST_ANSWER);
    }

    /** A path of a server, whose own address may end in a slash. */
    public static URI address(URI base, String path) {
        return ProviderHttp.address(base, path);
    }

    /**
     * The answer, of whatever status.
     *
     * @throws io.moneyprinter.problem.CodedException {@code VOICE_PROVIDER_UNAVAILABLE} when there is none, or
     *     {@code CANCELLED}
     */
    public Answer ask(HttpRequest.Builder request, Deadline deadline) {
        try {
            return http.ask(request, deadline);
        } catch (ProviderHttp.NoAnswerException e) {
            throw failures.unavailable(e.reason(), e.getCause());
        } catch (InterruptedException e) {
            throw failures.cancelled(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
