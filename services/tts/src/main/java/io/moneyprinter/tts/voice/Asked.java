package io.moneyprinter.tts.voice;

import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question that is put to several providers at once; what does not come in time does not count, so that one that is
 * away hides nobody.
 */
public final class Asked<T> {

    private static final Logger log = LoggerFactory.getLogger(Asked.class);

    private final Map<String, CompletableFuture<Optional<T>>> answers = new LinkedHashMap<>();
    private final long since = System.nanoTime();

    private Asked() {}

    public static <T> Asked<T> all(
            List<SpeechSynthesizer> synthesizers, Function<SpeechSynthesizer, Optional<T>> question) {
        var asked = new Asked<T>();
        for (var synthesizer : synthesizers) {
            var answer = CompletableFuture.supplyAsync(
                    () -> question.apply(synthesizer), Thread.ofVirtual().name("asking")::start);
            asked.answers.put(synthesizer.provider(), answer);
        }
        return asked;
    }

    /**
     * By provider, in the order in which they were given, without those that do not know, or not in time.
     *
     * @param patience since it was asked
     */
    public Map<String, T> within(Duration patience) {
        var deadline = since + patience.toNanos();
        var known = new LinkedHashMap<String, T>();
        answers.forEach((provider, answer) -> {
            try {
                answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
                        .ifPresent(one -> known.put(provider, one));
            } catch (ExecutionException | TimeoutException e) {
                log.debug("{} does not answer: {}", provider, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
            }
        });
        return known;
    }
}
