package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;

/** One chunk of a plan. */
public record ChunkRequest(UserId userId, VideoId videoId, ObjectKey plan, int index) {}
