package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.common.VideoId;
import java.time.Instant;

/** An accepted video. */
public record VideoResponse(VideoId videoId, JobStatus status, Instant estimatedCompletion) {}
