package io.moneyprinter.ffmpeg.device;

import java.time.Duration;

/**
 * A session that somebody wants.
 *
 * @param film whose short chunks may share a session
 * @param length of what is to be encoded
 */
public record Wish(DeviceFamily family, VideoCodec codec, String film, Duration length) {}
