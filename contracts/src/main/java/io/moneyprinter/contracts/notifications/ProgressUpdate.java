package io.moneyprinter.contracts.notifications;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.orchestration.VideoStatus;

/** How far a video is. */
public record ProgressUpdate(UserId userId, VideoStatus status) {}
