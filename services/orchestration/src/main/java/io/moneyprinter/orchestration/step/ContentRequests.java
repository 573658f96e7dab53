package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is asked of the content service for a video. */
public final class ContentRequests {

    private static final int DURATION_TARGET = 60;

    private ContentRequests() {}

    public static ContentRequest of(UserId user, VideoRequest request, @Nullable String idempotencyKey) {
        return new ContentRequest(
                user,
                request.title(),
                request.topic(),
                request.script(),
                request.article(),
                request.style(),
                durationTarget(request),
                request.language(),
                Objects.requireNonNullElse(request.keywords(), List.of()),
                request.tone(),
                true,
                request.targetAudience(),
                idempotencyKey,
                Objects.requireNonNullElse(request.sources(), List.of()),
                request.draft(),
                request.template(),
                request.variation());
    }

    /** In seconds. */
    public static int durationTarget(VideoRequest request) {
        return Objects.requireNonNullElse(wantedDuration(request), DURATION_TARGET);
    }

    /** In seconds; null when nobody said how long it is to be. */
    static @Nullable Integer wantedDuration(VideoRequest request) {
        var settings = request.videoSettings();
        return settings == null ? null : settings.durationTarget();
    }
}
