package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.SynthesisBatch;
import io.moneyprinter.contracts.tts.SynthesisRequest;
import io.moneyprinter.contracts.tts.SynthesizedBatch;
import io.moneyprinter.contracts.tts.SynthesizedSpeech;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.ErrorKind;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.tts.reading.JdbcReadings.Kept;
import io.moneyprinter.tts.reading.JdbcReadings.Wish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads texts aloud once for each wish, and keeps what came of it. */
@Component
class Readings {

    static final String PATH = "/api/v1/tts/speeches";

    private final Reader reader;
    private final JdbcReadings kept;
    private final ObjectStore store;
    private final ReadingProperties properties;
    private final JsonMapper json;
    private final Clock clock;

    Readings(
            Reader reader,
            JdbcReadings kept,
            ObjectStore store,
            ReadingProperties properties,
            JsonMapper json,
            Clock clock) {
        this.reader = reader;
        this.kept = kept;
        this.store = store;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    Answer<SynthesizedSpeech> synthesize(UserId user, SynthesisRequest request, @Nullable IdempotencyKey key) {
        var wish = wish(request, key);
        var before = wish == null
                ? null
                : kept.answer(user, wish, SynthesizedSpeech.class).orElse(null);
        if (before != null) {
            return new Answer<>(before, true);
        }
        var reading = read(user, request, work(key));
        return kept.keep(user, List.of(reading), wish, reading.speech(), SynthesizedSpeech.class);
    }

    Answer<SynthesizedBatch> synthesize(UserId user, SynthesisBatch batch, @Nullable IdempotencyKey key) {
        var most = properties.maxTexts();
        if (batch.texts().size() > most) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/texts",
                    "%d texts (expected: at most %d)".formatted(batch.texts().size(), most));
        }
        var wish = wish(batch, key);
        var before = wish == null
                ? null
                : kept.answer(user, wish, SynthesizedBatch.class).orElse(null);
        if (before != null) {
            return new Answer<>(before, true);
        }
        var readings = new ArrayList<Kept>();
        var results = new ArrayList<SynthesizedBatch.BatchResult>();
        for (var outcome : outcomes(user, batch, work(key))) {
            if (outcome.reading() != null) {
                readings.add(outcome.reading());
                results.add(new SynthesizedBatch.BatchResult(outcome.reading().speech(), null));
            } else {
                results.add(new SynthesizedBatch.BatchResult(null, outcome.problem()));
            }
        }
        var answer = new SynthesizedBatch(results);
        // What may go better next time is tried again under the same key.
        var last = results.stream()
                .noneMatch(
                        result -> result.problem() != null && result.problem().retryable());
        return kept.keep(user, readings, last ? wish : null, answer, SynthesizedBatch.class);
    }

    private record Outcome(@Nullable Kept reading, SynthesizedBatch.@Nullable BatchProblem problem) {}

    private List<Outcome> outcomes(UserId user, SynthesisBatch batch, String work) {
        var readings = new ArrayList<Callable<Outcome>>();
        for (var i = 0; i < batch.texts().size(); i++) {
            var request = batch.request(i);
            var key = work + "/" + i;
            readings.add(() -> outcome(user, request, key));
        }
        return AtOnce.all(readings);
    }

    private Outcome outcome(UserId user, SynthesisRequest request, String key) {
        try {
            return new Outcome(read(user, request, key), null);
        } catch (CodedException e) {
            var code = e.code();
            var hidden = code.kind() == ErrorKind.INTERNAL;
            return new Outcome(
                    null,
                    new SynthesizedBatch.BatchProblem(
                            code.name(),
                            hidden ? code.meaning() : Objects.requireNonNullElse(e.getMessage(), code.meaning()),
                            code.kind().retryable()));
        }
    }

    private Kept read(UserId user, SynthesisRequest request, String key) {
        var reading = reader.read(user, request, key);
        var id = UUID.randomUUID().toString().replace("-", "");
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var view = reading.view(id, "%s/%s/audio".formatted(PATH, id), size(reading), now, kept.expiry(now));
        return new Kept(view, reading.audio());
    }

    private long size(Reading reading) {
        try {
            return Files.size(store.file(reading.audio()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + reading.audio(), e);
        }
    }

    /** Names the work for those who count it: the wish of the user, or this one request. */
    private static String work(@Nullable IdempotencyKey key) {
        return "api/" + (key == null ? UUID.randomUUID().toString() : key.value());
    }

    private @Nullable Wish wish(Object request, @Nullable IdempotencyKey key) {
        return key == null ? null : new Wish(key, Digests.of(json.writeValueAsString(request)));
    }
}
