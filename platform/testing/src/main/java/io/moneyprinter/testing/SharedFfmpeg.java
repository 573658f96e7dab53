package io.moneyprinter.testing;

import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.ffmpeg.FfmpegBinaries;
import java.nio.file.Path;

/** The embedded FFmpeg for tests, unpacked once per machine and started up once per test run. */
public final class SharedFfmpeg {

    private static final class Holder {
        private static final Ffmpeg FFMPEG = new Ffmpeg(FfmpegBinaries.locate(directory(), null), 2);
    }

    private SharedFfmpeg() {}

    /** Not to be closed. */
    public static Ffmpeg ffmpeg() {
        return Holder.FFMPEG;
    }

    /** Where it is unpacked: name it {@code moneyprinter.ffmpeg.directory} in a test that starts a whole service. */
    public static Path directory() {
        return Path.of(System.getProperty("java.io.tmpdir"), "moneyprinter-tests-" + System.getProperty("user.name"))
                .resolve("ffmpeg");
    }
}
