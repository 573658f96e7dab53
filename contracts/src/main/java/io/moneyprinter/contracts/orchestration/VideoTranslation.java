package io.moneyprinter.contracts.orchestration;

import io.moneyprinter.contracts.common.VideoId;

/**
 * A video in another language; a video of its own.
 *
 * @param language BCP 47
 * @param title in the language of the original until it is translated
 */
public record VideoTranslation(String language, VideoId videoId, JobStatus status, String title) {}
