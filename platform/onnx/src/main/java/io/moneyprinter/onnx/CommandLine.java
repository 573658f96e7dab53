package io.moneyprinter.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How this process was started. ONNX Runtime 1.29 for Linux takes the whole process down when it was started with more
 * than about 3,980 bytes of command line (measured); a class path by hand is as long as that.
 */
record CommandLine(Path file) {

    static final CommandLine OF_THIS_PROCESS = new CommandLine(Path.of("/proc/self/cmdline"));

    private static final int LONGEST = 3_000;

    @Nullable
    String obstacle() {
        return length() <= LONGEST
                ? null
                : ("This program was started with more than %d bytes of command line, which ONNX Runtime does not"
                                + " survive; start it with ./moneyprinter, or with the class path in a file.")
                        .formatted(LONGEST);
    }

    /** 0 on systems that do not tell. */
    private int length() {
        try {
            return Files.exists(file) ? Files.readAllBytes(file).length : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
