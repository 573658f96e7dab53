package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;

/** A piece that is made once for a whole plan. */
public record PieceRequest(UserId userId, VideoId videoId, ObjectKey plan) {}
