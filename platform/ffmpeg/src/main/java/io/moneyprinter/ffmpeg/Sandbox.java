package io.moneyprinter.ffmpeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows a process one foreign file and nothing else that matters: no network, no other files, no other processes. Uses
 * bubblewrap where it is installed and allowed; elsewhere the limits on formats, codecs and resources stand alone.
 */
final class Sandbox {

    private static final String INSIDE = "/in/media";

    private final FfmpegBinaries binaries;
    private final Supervisor supervisor;
    private final @Nullable Path bubblewrap;

    Sandbox(FfmpegBinaries binaries, Supervisor supervisor) {
        this.binaries = binaries;
        this.supervisor = supervisor;
        this.bubblewrap = usable(Supervisor.find("bwrap"));
    }

    /** Where the process finds {@code file}. */
    String path(Path file) {
        return bubblewrap == null ? file.toAbsolutePath().toString() : INSIDE;
    }

    Supervisor.Exit run(Path file, List<String> command, Limits limits, Consumer<String> line) {
        var wrapped = bubblewrap == null ? command : inside(bubblewrap, file, command);
        return supervisor.run(wrapped, binaries.environment(), limits, line, new Stop());
    }

    /** Containers often forbid user namespaces; only a try tells. */
    private @Nullable Path usable(@Nullable Path program) {
        if (program == null) {
            return null;
        }
        var command =
                inside(program, binaries.ffprobe(), List.of(binaries.ffprobe().toString(), "-v", "error", "-version"));
        var exit = supervisor.run(command, binaries.environment(), Limits.LOOK, line -> {}, new Stop());
        return exit.code() == 0 ? program : null;
    }

    private List<String> inside(Path program, Path file, List<String> command) {
        var wrapped = new ArrayList<String>();
        wrapped.add(program.toString());
        wrapped.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        for (var directory : List.of("/usr", "/lib", "/lib64", "/etc/alternatives", "/etc/ld.so.cache")) {
            if (Files.isSymbolicLink(Path.of(directory))) {
                wrapped.addAll(List.of("--symlink", "usr" + directory, directory));
            } else if (Files.exists(Path.of(directory))) {
                wrapped.addAll(List.of("--ro-bind", directory, directory));
            }
        }
        wrapped.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--size", "67108864", "--tmpfs", "/tmp"));
        if (!binaries.directory().startsWith("/usr")) {
            var directory = binaries.directory().toString();
            wrapped.addAll(List.of("--ro-bind", directory, directory));
        }
        wrapped.addAll(List.of("--ro-bind", file.toAbsolutePath().toString(), INSIDE, "--chdir", "/tmp", "--"));
        wrapped.addAll(command);
        return wrapped;
    }
}
