package io.moneyprinter.tts.synthesis;

import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.service.store.StoredFiles;
import io.moneyprinter.tts.normalization.Lexicon;
import io.moneyprinter.tts.spi.SpeechSynthesizer;
import io.moneyprinter.tts.voice.Voices;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets people hear a voice before they choose it. */
@RestController
class PreviewController {

    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private final Voices voices;
    private final Narration narration;
    private final StoredFiles files;
    private final Samples samples = new Samples();

    PreviewController(Voices voices, Narration narration, ObjectStore store) {
        this.voices = voices;
        this.narration = narration;
        this.files = new StoredFiles(store);
    }

    /**
     * A sentence in the language of the voice, as WAV. Names are no parts of the path, since those of some providers
     * have slashes in them.
     */
    @GetMapping("/api/v1/tts/voices/preview")
    ResponseEntity<Resource> preview(
            Caller caller,
            @RequestParam String provider,
            @RequestParam String voice,
            @RequestParam(required = false) @Pattern(regexp = VoiceSettings.STYLE) @Nullable String style,
            @RequestParam(name = "style_degree", required = false) @DecimalMin("0.01") @DecimalMax("2") @Nullable
                    Double styleDegree) {
        var settings = new VoiceSettings(provider, voice, null, null, null, null, List.of(), null)
                .withStyle(style, styleDegree);
        var chosen = voices.choose(caller.userId(), settings, "und", "");
        if (voices.synthesizer(chosen).capabilities().contains(SpeechSynthesizer.Capability.SILENT)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/provider", "'%s' makes no sound".formatted(provider));
        }
        var text = samples.sentence(chosen);
        var request = new SpeechRequest(caller.userId(), text, chosen.locale(), settings, "preview " + chosen.id());
        var speech = narration.speak(request, chosen, Lexicon.EMPTY);
        return files.answer(speech.audio(), WAV, headers -> {
            headers.setContentDisposition(
                    ContentDisposition.inline().filename("preview.wav").build());
            headers.set("X-Content-Type-Options", "nosniff");
        });
    }
}
