package io.moneyprinter.ffmpeg;

import java.util.regex.Pattern;

/**
 * Why a run failed, known by its exit code and its last words. FFmpeg ends with the lowest byte of its own error
 * number; what a signal ended has 128 and the signal's number.
 */
public enum FailureCause {
    TIMED_OUT(FfmpegErrorCode.FFMPEG_TIMED_OUT),
    CRASHED(FfmpegErrorCode.FFMPEG_CRASHED),
    KILLED(FfmpegErrorCode.FFMPEG_KILLED),
    MEMORY_LIMIT(FfmpegErrorCode.FFMPEG_MEMORY_EXCEEDED),
    CPU_LIMIT(FfmpegErrorCode.FFMPEG_CPU_EXCEEDED),
    FILE_LIMIT(FfmpegErrorCode.FFMPEG_FILE_EXCEEDED),
    STORAGE_FULL(FfmpegErrorCode.STORAGE_FULL),
    SOURCE_DAMAGED(FfmpegErrorCode.SOURCE_DAMAGED),
    OTHER(FfmpegErrorCode.FFMPEG_FAILED);

    /** What FFmpeg says of a Matroska file that was cut short, and ends with success. */
    static final String CUT_SHORT = "File ended prematurely";

    private static final int SIGNALS = 128;
    private static final int ERRORS = 256;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;
    private static final int SIGXCPU = 24;
    private static final int SIGXFSZ = 25;
    private static final int NO_MEMORY = 12;
    private static final int FILE_TOO_BIG = 27;
    private static final int NO_SPACE = 28;
    private static final int QUOTA = 122;
    /** The lowest byte of {@code AVERROR_INVALIDDATA}. */
    private static final int INVALID_DATA = 183;

    /** FFmpeg catches some signals, ends in order and says so. */
    private static final Pattern CAUGHT = Pattern.compile("Exiting normally, received signal (\\d+)");

    private static final Pattern NO_MEMORY_LEFT =
            Pattern.compile("malloc of size \\d+ failed|Cannot allocate memory|std::bad_alloc");

    private final FfmpegErrorCode code;

    FailureCause(FfmpegErrorCode code) {
        this.code = code;
    }

    public FfmpegErrorCode code() {
        return code;
    }

    static FailureCause of(int exit, boolean timedOut, String log) {
        if (timedOut) {
            return TIMED_OUT;
        }
        var caught = CAUGHT.matcher(log);
        var signal = caught.find() ? Integer.parseInt(caught.group(1)) : exit - SIGNALS;
        return switch (signal) {
            case SIGKILL, SIGTERM -> KILLED;
            case SIGXCPU -> CPU_LIMIT;
            case SIGXFSZ -> FILE_LIMIT;
            // The ways in which a program breaks: ILL, TRAP, ABRT, BUS, FPE, SEGV, SYS.
            case 4, 5, 6, 7, 8, 11, 31 -> NO_MEMORY_LEFT.matcher(log).find() ? MEMORY_LIMIT : CRASHED;
            default -> ofError(exit, log);
        };
    }

    private static FailureCause ofError(int exit, String log) {
        return switch (ERRORS - exit) {
            case NO_SPACE, QUOTA -> STORAGE_FULL;
            case FILE_TOO_BIG -> FILE_LIMIT;
            case NO_MEMORY -> MEMORY_LIMIT;
            case ERRORS - INVALID_DATA -> SOURCE_DAMAGED;
            default -> ofWords(exit, log);
        };
    }

    private static FailureCause ofWords(int exit, String log) {
        if (log.contains("No space left on device") || log.contains("Disk quota exceeded")) {
            return STORAGE_FULL;
        }
        if (NO_MEMORY_LEFT.matcher(log).find()) {
            return MEMORY_LIMIT;
        }
        return exit == 0 && log.contains(CUT_SHORT) ? SOURCE_DAMAGED : OTHER;
    }
}
