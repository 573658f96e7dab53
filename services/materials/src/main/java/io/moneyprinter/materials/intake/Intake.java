package io.moneyprinter.materials.intake;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.MediaFormat;
import io.moneyprinter.ffmpeg.MediaInfo;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.MadeObjects;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a file of a stranger and stores one of ours that shows the same: what came in is never served or rendered.
 *
 * <p>A file is known by its bytes, must fit its name, is decoded to its end, and loses everything but picture and
 * sound. The same bytes give the same object, which is made only once.
 */
@Component
public final class Intake {

    /** In pixels; what is larger is made smaller. */
    public static final int LONGEST_SIDE = 3840;

    /** Part of every key; goes up when the same input would give another output. */
    private static final int VERSION = 6;

    private static final long MAX_VIDEO_PIXELS = 4096 * 2160;
    private static final Duration DEADLINE = Duration.ofMinutes(30);
    private static final Duration PROBE_TOLERANCE = Duration.ofSeconds(2);

    private final Ffmpeg ffmpeg;
    private final ObjectStore store;
    private final IntakeProperties limits;
    private final MadeObjects made;
    private final Semaphore turns;

    Intake(Ffmpeg ffmpeg, ObjectStore store, IntakeProperties limits) {
        this.ffmpeg = ffmpeg;
        this.store = store;
        this.limits = limits;
        this.made = new MadeObjects(store);
        this.turns = new Semaphore(
                limits.concurrency() == 0 ? Runtime.getRuntime().availableProcessors() : limits.concurrency(), true);
    }

    /**
     * Stores what {@code file} shows. The file itself is only read.
     *
     * @param extension what its name promises, without dot; null when it has no name
     * @throws CodedException {@code MEDIA_UNSUPPORTED}, {@code MEDIA_DAMAGED} or {@code MEDIA_TOO_LARGE}
     */
    public Media take(Path file, Set<Kind> kinds, @Nullable String extension) {
        return take(file, Digests.ofFile(file), kinds, extension);
    }

    /** @param sha256 of the file */
    public Media take(Path file, String sha256, Set<Kind> kinds, @Nullable String extension) {
        return take(file, sha256, expected(kinds, extension));
    }

    /**
     * Stores what a video without a name shows, if it is no longer than that: what is longer is refused by its header,
     * before any of the work.
     */
    public Media takeVideo(Path file, Duration longest) {
        var usual = expected(EnumSet.of(Kind.VIDEO), null);
        return take(
                file,
                Digests.ofFile(file),
                longest.compareTo(usual.maxVideoDuration()) < 0 ? usual.withVideoDuration(longest) : usual);
    }

    private Media take(Path file, String sha256, Expected expected) {
        // Those who wait for a turn are not asked to wait for a refusal.
        var info = ffmpeg.probe().inspect(file, expected);
        checkVideoSize(info);
        var normalisation = Normalisation.of(info);
        var key = new ObjectKey("materials/%s.%s"
                .formatted(
                        Digests.of("intake", VERSION, ffmpeg.binaries().version(), sha256), normalisation.extension()));
        made.get(
                key,
                copy -> inTurn(() -> {
                    ffmpeg.probe().decode(file, info, expected);
                    make(file, info, normalisation, copy);
                }));
        return described(key, info);
    }

    /** Whether a file begins as one of the accepted media. */
    public boolean knows(Path file) {
        return ffmpeg.probe().knows(file);
    }

    private Expected expected(Set<Kind> kinds, @Nullable String extension) {
        return Expected.of(kinds, extension)
                .withBytes(
                        limits.maxImageSize().toBytes(),
                        limits.maxVideoSize().toBytes(),
                        limits.maxAudioSize().toBytes());
    }

    private void inTurn(Runnable work) {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodedException(CommonErrorCode.CANCELLED, "interrupted before the file had its turn", e);
        }
        try {
            work.run();
        } finally {
            turns.release();
        }
    }

    private void make(Path file, MediaInfo info, Normalisation normalisation, Path made) {
        var colours = info.kind() == Kind.IMAGE && !info.hdr()
                ? EmbeddedProfile.of(file, info.format())
                : Optional.<ColourProfile>empty();
        var outcome = ffmpeg.run(normalisation.command(file, info, colours, made), DEADLINE);
        // FFmpeg gives up where a sound has a track and nothing is in it; few files are so, and looking takes time.
        if (outcome instanceof Outcome.Failed
                && info.kind() == Kind.VIDEO
                && info.audible()
                && ffmpeg.probe().isSilent(file, info)) {
            outcome = ffmpeg.run(normalisation.command(file, info.muted(), colours, made), DEADLINE);
        }
        require(outcome);
        // What FFmpeg wrote is proof only when it can be read again.
        var result = inspectOwn(made, info.kind());
        if (info.kind() != Kind.IMAGE && result.duration().plus(PROBE_TOLERANCE).compareTo(info.duration()) < 0) {
            throw new CodedException(
                    FfmpegErrorCode.MEDIA_DAMAGED,
                    "the file promises %d seconds, but holds %d"
                            .formatted(
                                    info.duration().toSeconds(),
                                    result.duration().toSeconds()));
        }
    }

    /** What breaks FFmpeg, or wants more than it may have, is the fault of whoever made the file. */
    private static void require(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            switch (failed.cause()) {
                case CRASHED, SOURCE_DAMAGED, OTHER ->
                    throw new CodedException(FfmpegErrorCode.MEDIA_DAMAGED, "the file cannot be made anew");
                case TIMED_OUT, MEMORY_LIMIT, CPU_LIMIT, FILE_LIMIT ->
                    throw new CodedException(
                            FfmpegErrorCode.MEDIA_TOO_LARGE, "the file takes more time or memory than it is worth");
                case KILLED, STORAGE_FULL -> {}
            }
        }
        Ffmpeg.require(outcome);
    }

    private Media described(ObjectKey key, MediaInfo source) {
        var file = store.file(key);
        var info = inspectOwn(file, source.kind());
        try {
            return new Media(
                    key,
                    source.kind(),
                    mimeType(info),
                    Files.size(file),
                    info.width(),
                    info.height(),
                    info.duration(),
                    source.format(),
                    mimeType(source));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private MediaInfo inspectOwn(Path file, Kind kind) {
        var usual = Expected.of(EnumSet.of(kind), null);
        // Made anew a file may be larger than the one that came in: a limit on it would refuse what was accepted.
        return ffmpeg.probe()
                .inspect(
                        file,
                        new Expected(
                                usual.kinds(),
                                null,
                                Long.MAX_VALUE,
                                Long.MAX_VALUE,
                                Long.MAX_VALUE,
                                usual.maxPixels(),
                                usual.maxVideoDuration().plusMinutes(1),
                                usual.maxAudioDuration().plusMinutes(1),
                                Integer.MAX_VALUE,
                                Integer.MAX_VALUE));
    }

    private static String mimeType(MediaInfo info) {
        return info.kind() == Kind.AUDIO && info.format() == MediaFormat.MP4
                ? "audio/mp4"
                : info.format().mimeType();
    }

    private static void checkVideoSize(MediaInfo info) {
        if (info.kind() == Kind.VIDEO && (long) info.width() * info.height() > MAX_VIDEO_PIXELS) {
            throw new CodedException(
                    FfmpegErrorCode.MEDIA_TOO_LARGE,
                    "the video has %dx%d pixels (expected: at most %d in all, which is 4K)"
                            .formatted(info.width(), info.height(), MAX_VIDEO_PIXELS));
        }
    }
}
