package io.moneyprinter.ffmpeg.device;

import io.moneyprinter.ffmpeg.FfmpegCommand;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What is to be encoded.
 *
 * @param deadline of each attempt
 * @param command the same work for each device
 * @param isGood whether what was written is what was wanted
 */
public record DeviceWork(
        Wish wish, Duration deadline, Function<Device, FfmpegCommand> command, BooleanSupplier isGood) {}
