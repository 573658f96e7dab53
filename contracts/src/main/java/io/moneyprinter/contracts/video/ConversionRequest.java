package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;

/** The film of a plan, written in another way. */
public record ConversionRequest(UserId userId, VideoId videoId, ObjectKey plan, ConversionSettings settings) {}
