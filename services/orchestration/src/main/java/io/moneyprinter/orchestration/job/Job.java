package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.orchestration.JobError;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A video that somebody asked for.
 *
 * @param seed decides on everything that is drawn or composed by chance
 * @param progress never shrinks
 * @param estimate what was known when it was accepted
 * @param language of the script, null before it is written
 * @param citations the texts of others that the script was made of, none before it is written
 * @param film what came of it, null before it is completed
 */
public record Job(
        VideoId videoId,
        UserId userId,
        String title,
        VideoRequest request,
        long seed,
        JobStatus status,
        int progress,
        ContentEstimate estimate,
        @Nullable String language,
        @Nullable String description,
        List<String> keywords,
        List<Citation> citations,
        @Nullable Film film,
        @Nullable JobError error,
        Lineage lineage,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant updatedAt) {

    public Job {
        keywords = List.copyOf(keywords);
        citations = List.copyOf(citations);
    }

    /** One that nothing has been done for. */
    public static Job accepted(
            VideoId id,
            UserId user,
            String title,
            VideoRequest request,
            long seed,
            ContentEstimate estimate,
            @Nullable String language,
            Lineage lineage,
            Instant now) {
        return new Job(
                id,
                user,
                title,
                request,
                seed,
                JobStatus.PENDING,
                0,
                estimate,
                language,
                null,
                List.of(),
                List.of(),
                null,
                null,
                lineage,
                now,
                null,
                null,
                now);
    }

    /** How far it goes. */
    public Produce produces() {
        return request.produced();
    }

    /** How a sentence of it is to be spoken. */
    public VoiceSettings voice(Sentence sentence) {
        return Objects.requireNonNullElse(
                sentence.voice() == null ? request.voiceSettings() : sentence.voice(), VoiceSettings.DEFAULT);
    }

    /** Whether work of this kind is wanted: on the film until it has ended, on what is made of it once it is there. */
    public boolean wants(StepKind kind) {
        return kind.output() ? status == JobStatus.COMPLETED : !status.terminal();
    }
}
