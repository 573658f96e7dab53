package io.moneyprinter.tts.cloning;

import io.moneyprinter.contracts.tts.ClonedVoice;
import io.moneyprinter.service.hosting.HostedServices;
import io.moneyprinter.service.idempotency.IdempotencyKey;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.store.ObjectStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The caller's cloned voices. */
@RestController
class CloneController {

    private static final String PATH = "/api/v1/tts/voices/clones";

    private final Clones clones;
    private final ObjectStore store;

    /** Elsewhere requests come from our own gateway. */
    private final boolean seesClients;

    CloneController(Clones clones, ObjectStore store, Environment environment) {
        this.clones = clones;
        this.store = store;
        this.seesClients = HostedServices.of(environment).open();
    }

    /** Takes samples of a voice with the consent of whoever speaks in them, and has a provider make a voice of them. */
    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ClonedVoice> create(
            Caller caller,
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestParam(name = "samples", required = false) @Nullable List<MultipartFile> samples,
            @RequestParam(name = "name", required = false) @Nullable String name,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestParam(name = "gender", required = false) @Nullable String gender,
            @RequestParam(name = "provider", required = false) @Nullable String provider,
            @RequestParam(name = "consent_text", required = false) @Nullable String consentText,
            @RequestParam(name = "consented_by", required = false) @Nullable String consentedBy,
            @RequestParam(name = "rights_confirmed", required = false) @Nullable String rightsConfirmed)
            throws IOException {
        var key = IdempotencyKey.ofHeader(idempotencyKey);
        var wish = CloneWish.of(name, language, gender, provider, consentText, consentedBy, rightsConfirmed);
        var uploads = new ArrayList<Upload>();
        try {
            for (var sample : samples == null ? List.<MultipartFile>of() : samples) {
                var received = store.newFile("upload");
                uploads.add(new Upload(received, sample.getOriginalFilename()));
                // To a file, not to a path: then it is moved there instead of copied.
                sample.transferTo(received.toFile());
            }
            var created =
                    clones.create(caller.userId(), wish, key, uploads, seesClients ? request.getRemoteAddr() : null);
            var response = ResponseEntity.created(
                    URI.create(PATH + "/" + created.voice().id()));
            if (created.replayed()) {
                response.header(IdempotencyKey.REPLAYED, "true");
            }
            return response.body(created.voice());
        } finally {
            for (var upload : uploads) {
                Files.deleteIfExists(upload.file());
            }
        }
    }

    /** Newest first. */
    @GetMapping(PATH)
    List<ClonedVoice> list(Caller caller) {
        return clones.of(caller.userId());
    }

    @GetMapping(PATH + "/{voice_id}")
    ClonedVoice get(Caller caller, @PathVariable("voice_id") String id) {
        return clones.get(caller.userId(), id);
    }

    /** 204 when the provider has deleted it too, 202 while it is still asked to. */
    @DeleteMapping(PATH + "/{voice_id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable("voice_id") String id) {
        return clones.delete(caller.userId(), id)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.accepted().build();
    }
}
