package io.moneyprinter.tts.provider.espeak;

import io.moneyprinter.ffmpeg.Limits;
import io.moneyprinter.ffmpeg.Programs;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.tts.TtsErrorCode;
import io.moneyprinter.tts.provider.http.Failures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs espeak-ng, within limits and without a shell. */
public final class EspeakProgram implements AutoCloseable {

    private static final long MEMORY = 1L << 30;
    /** It writes none, but where it has PulseAudio that sets shared memory apart, which counts as a file. */
    private static final long LARGEST_FILE = 256L << 20;

    private static final int LONGEST_TABLE = 1 << 20;
    private static final Path NOTHING = Path.of("/dev/null");
    /** What {@code -v} takes: no option, and no way out of the directory of voices. */
    private static final Pattern VOICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_/-]*(?:\\+[a-z0-9]+)?");

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+[\\w.-]*");

    private final Supplier<Path> location;
    private final Duration timeout;
    private final Failures failures;
    private final Programs programs = new Programs();
    private @Nullable String version;

    /**
     * @param location where it is; asked before every run, and may refuse
     * @param timeout the longest that one run may take
     */
    public EspeakProgram(Supplier<Path> location, Duration timeout, Failures failures) {
        this.location = location;
        this.timeout = timeout;
        this.failures = failures;
    }

    public static boolean isVoice(String id) {
        return VOICE.matcher(id).matches();
    }

    /** Of the program, which is asked the first time. */
    public synchronized String version() {
        var known = version;
        if (known == null) {
            var line = VERSION.matcher(printed("--version"));
            if (!line.find()) {
                throw failures.unusable("it does not tell its version", null);
            }
            known = line.group();
            version = known;
        }
        return known;
    }

    /** What it prints for one option. */
    String printed(String option) {
        return new String(output(List.of(option), NOTHING, LONGEST_TABLE), StandardCharsets.UTF_8);
    }

    /**
     * @param input the file that is its standard input
     * @param most bytes that it may write
     * @throws CodedException if it fails, writes more or takes longer
     */
    public byte[] output(List<String> arguments, Path input, int most) {
        var command = new ArrayList<String>();
        command.add(location.get().toString());
        command.addAll(arguments);
        var limits = new Limits(timeout, timeout.plusSeconds(1), MEMORY, LARGEST_FILE);
        return switch (programs.run(command, input, limits, most)) {
            case Programs.Ending.Finished finished -> finished.output();
            case Programs.Ending.TimedOut() ->
                throw new CodedException(
                        TtsErrorCode.VOICE_TIMED_OUT, "espeak-ng took longer than %s.".formatted(timeout));
            case Programs.Ending.TooMuch() ->
                throw failures.unusable("it wrote more than %d MiB".formatted(most >> 20), null);
            case Programs.Ending.Failed failed ->
                throw failures.unavailable(
                        failed.log().isBlank()
                                ? "it ended with code %d".formatted(failed.code())
                                : "it ended with code %d (%s)".formatted(failed.code(), failed.log()),
                        null);
        };
    }

    @Override
    public void close() {
        programs.close();
    }
}
