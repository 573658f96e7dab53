package io.moneyprinter.tts.health;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the voices of a provider have in common. */
record VoiceCatalog(boolean offline, boolean needsKey, int languages) {

    private static final Logger log = LoggerFactory.getLogger(VoiceCatalog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Of several languages, or of none. */
    private static final List<String> NO_LANGUAGE = List.of("mul", "und", "zxx");

    private static VoiceCatalog of(List<Voice> voices) {
        return new VoiceCatalog(
                voices.stream().allMatch(Voice::offline),
                voices.stream().allMatch(Voice::needsKey),
                (int) voices.stream()
                        .map(voice -> ULocale.forLanguageTag(voice.locale()).getLanguage())
                        .filter(language -> !NO_LANGUAGE.contains(language))
                        .distinct()
                        .count());
    }

    /** By provider, without those that do not say, or not soon: a provider that is away must not hide the others. */
    static Map<String, VoiceCatalog> all(Iterable<SpeechSynthesizer> synthesizers) {
        var asked = new HashMap<String, CompletableFuture<List<Voice>>>();
        for (var synthesizer : synthesizers) {
            var answer = new CompletableFuture<List<Voice>>();
            asked.put(synthesizer.provider(), answer);
            Thread.ofVirtual().name("voices").start(() -> {
                try {
                    answer.complete(synthesizer.voices());
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var catalogs = new HashMap<String, VoiceCatalog>();
        asked.forEach((provider, answer) -> {
            try {
                catalogs.put(provider, of(answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)));
            } catch (ExecutionException | TimeoutException e) {
                log.debug("{} does not list its voices: {}", provider, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CodedException(CommonErrorCode.CANCELLED, "the work was cancelled", e);
            }
        });
        return catalogs;
    }
}
