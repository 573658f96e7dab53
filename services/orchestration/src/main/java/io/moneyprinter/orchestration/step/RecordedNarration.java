package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.tts.Excerpt;
import io.moneyprinter.contracts.tts.RecordingRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.UnitKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A script that its author has spoken. */
@Component
class RecordedNarration {

    private final SpeechSynthesis speech;
    private final MaterialLibrary materials;

    RecordedNarration(SpeechSynthesis speech, MaterialLibrary materials) {
        this.speech = speech;
        this.materials = materials;
    }

    /** The recording that is used instead of a voice; null for none. */
    static @Nullable AssetId of(Job job) {
        return SoundSettings.of(job.request().videoSettings()).narration();
    }

    /** One for each sentence; of a video whose narration is recorded. */
    List<Excerpt> excerpts(Job job, UnitKey key, GeneratedContent content) {
        return speech.cut(new RecordingRequest(
                job.userId(),
                materials.media(job.userId(), Objects.requireNonNull(of(job), "no recording")),
                content.language(),
                content.sentences().stream().map(Sentence::text).toList(),
                key.toString()));
    }
}
