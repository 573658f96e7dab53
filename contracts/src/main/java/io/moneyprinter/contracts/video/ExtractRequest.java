package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;

/** Something taken from the film of a plan. */
public record ExtractRequest(UserId userId, VideoId videoId, ObjectKey plan, Extract extract) {}
