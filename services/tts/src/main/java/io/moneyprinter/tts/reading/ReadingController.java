package io.moneyprinter.tts.reading;

import io.moneyprinter.contracts.common.SoundFormat;
import io.moneyprinter.contracts.tts.SpeechEstimate;
import io.moneyprinter.contracts.tts.SynthesisBatch;
import io.moneyprinter.contracts.tts.SynthesisRequest;
import io.moneyprinter.contracts.tts.SynthesizedBatch;
import io.moneyprinter.contracts.tts.SynthesizedSpeech;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoredFiles;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Texts to speech, for people and programs. */
@RestController
class ReadingController {

    private static final List<SoundFormat> PREFERRED =
            List.of(SoundFormat.MP3, SoundFormat.WAV, SoundFormat.OPUS, SoundFormat.M4A);

    private final Readings readings;
    private final Reader reader;
    private final JdbcReadings kept;
    private final ObjectStore store;
    private final StoredFiles files;

    ReadingController(Readings readings, Reader reader, JdbcReadings kept, ObjectStore store) {
        this.readings = readings;
        this.reader = reader;
        this.kept = kept;
        this.store = store;
        this.files = new StoredFiles(store);
    }

    @PostMapping(path = "/api/v1/tts/synthesize", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SynthesizedSpeech> synthesize(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody SynthesisRequest request) {
        var answer = readings.synthesize(caller.userId(), request, IdempotencyKey.ofHeader(idempotencyKey));
        var created = ResponseEntity.created(
                URI.create(Readings.PATH + "/" + answer.value().speechId()));
        return replayed(created, answer).body(answer.value());
    }

    /** The audio itself; what else there is to know of it is where {@code Content-Location} says, without {@code /audio}. */
    @PostMapping(path = "/api/v1/tts/synthesize", produces = "audio/*")
    ResponseEntity<Resource> synthesizeAudio(
            Caller caller,
            @RequestHeader(HttpHeaders.ACCEPT) List<String> accept,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody SynthesisRequest request) {
        var wanted = inFormat(request, MediaType.parseMediaTypes(accept));
        var answer = readings.synthesize(caller.userId(), wanted, IdempotencyKey.ofHeader(idempotencyKey));
        var file = kept.find(caller.userId(), answer.value().speechId());
        var response = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LOCATION, answer.value().url());
        return replayed(response, answer)
                .contentType(type(file.speech()))
                .body(new FileSystemResource(store.file(file.audio())));
    }

    @PostMapping("/api/v1/tts/batch")
    ResponseEntity<SynthesizedBatch> batch(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody SynthesisBatch batch) {
        var answer = readings.synthesize(caller.userId(), batch, IdempotencyKey.ofHeader(idempotencyKey));
        return replayed(ResponseEntity.ok(), answer).body(answer.value());
    }

    /** What speaking would take; asks no provider to speak. */
    @PostMapping("/api/v1/tts/estimate")
    SpeechEstimate estimate(Caller caller, @Valid @RequestBody SynthesisRequest request) {
        return reader.estimate(caller.userId(), request);
    }

    @GetMapping(Readings.PATH + "/{speech_id}")
    SynthesizedSpeech get(Caller caller, @PathVariable("speech_id") String id) {
        return kept.find(caller.userId(), id).speech();
    }

    @GetMapping(Readings.PATH + "/{speech_id}/audio")
    ResponseEntity<Resource> audio(Caller caller, @PathVariable("speech_id") String id) {
        var file = kept.find(caller.userId(), id);
        return files.answer(file.audio(), type(file.speech()));
    }

    private static MediaType type(SynthesizedSpeech speech) {
        return Encoding.of(speech.format()).type();
    }

    private static <B extends ResponseEntity.HeadersBuilder<B>> B replayed(B response, Answer<?> answer) {
        return answer.replayed() ? response.header(IdempotencyKey.REPLAYED, "true") : response;
    }

    /** In the format of the body, or else the first that the caller takes. */
    private static SynthesisRequest inFormat(SynthesisRequest request, List<MediaType> accepted) {
        var format = accepted.stream()
                .flatMap(type -> PREFERRED.stream()
                        .filter(one -> request.format() == null || request.format() == one)
                        .filter(one -> type.includes(Encoding.of(one).type())))
                .findFirst()
                .orElseThrow(() -> CodedException.ofField(
                        CommonErrorCode.FIELD_INVALID,
                        "/format",
                        "%s (expected: one of wav, mp3, opus and m4a that the Accept header takes, %s)"
                                .formatted(request.format(), MediaType.toString(accepted))));
        return new SynthesisRequest(
                request.text(), request.language(), request.voiceSettings(), format, request.sampleRate());
    }
}
