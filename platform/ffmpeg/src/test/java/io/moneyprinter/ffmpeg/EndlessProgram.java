package io.moneyprinter.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;

/** Renders for ever; a test kills it. */
final class EndlessProgram {

    private EndlessProgram() {}

    public static void main(String[] arguments) {
        var run = TestMedia.FFMPEG.start(
                TestMedia.endless(Path.of(arguments[0], "endless.mkv")), Duration.ofMinutes(5), progress -> {
                    if (progress.frame() > 0) {
                        System.out.println("running");
                    }
                });
        run.await();
    }
}
