package io.moneyprinter.ffmpeg;

import io.moneyprinter.problem.CodedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Shows a process the files of its command and nothing else that matters: no network, no other files, no other
 * processes. Uses bubblewrap where it is installed and allowed; elsewhere the limits on formats, codecs and resources
 * stand alone.
 */
final class Sandbox {

    private static final String INSIDE = "/in/media";

    /** More files of one directory than this are shown as that directory: bubblewrap takes 9000 arguments. */
    private static final int MANY = 500;

    private static final Path DEVICES = Path.of("/dev");

    private final FfmpegBinaries binaries;
    private final @Nullable Path bubblewrap;

    /** @throws CodedException {@code FFMPEG_UNAVAILABLE} when a sandbox is required and there is none */
    Sandbox(FfmpegBinaries binaries, Supervisor supervisor, SandboxMode mode) {
        this.binaries = binaries;
        this.bubblewrap = mode == SandboxMode.OFF ? null : usable(supervisor, Supervisor.find("bwrap"));
        if (mode == SandboxMode.REQUIRED && bubblewrap == null) {
            throw new CodedException(
                    FfmpegErrorCode.FFMPEG_UNAVAILABLE,
                    "a sandbox is required, but bubblewrap is not installed or not allowed to work here"
                            + " (install bwrap and allow user namespaces, or set moneyprinter.ffmpeg.sandbox to auto)");
        }
    }

    boolean isActive() {
        return bubblewrap != null;
    }

    /** Where a process that looks at one file finds it. */
    String path(Path file) {
        return bubblewrap == null ? file.toAbsolutePath().toString() : INSIDE;
    }

    /** A command that looks at one file, which it finds at {@link #path}, and writes nothing. */
    List<String> look(Path file, List<String> command) {
        var program = bubblewrap;
        if (program == null) {
            return command;
        }
        var wrapped = walls(program);
        wrapped.addAll(List.of("--ro-bind", file.toAbsolutePath().toString(), INSIDE));
        return inside(wrapped, command);
    }

    /** A command that finds its files where they are. What it writes must exist. */
    List<String> work(FileAccess access, List<String> command) {
        var program = bubblewrap;
        if (program == null) {
            return command;
        }
        var wrapped = walls(program);
        // Directories that are written to come first, so that the files in them that are only read stay so.
        for (var path : new TreeSet<>(access.writes())) {
            if (!path.startsWith(DEVICES)) {
                create(path);
                bind(wrapped, "--bind", path);
            }
        }
        shown(access).forEach(path -> bind(wrapped, "--ro-bind-try", path));
        if (access.gpu()) {
            cards().forEach(path -> bind(wrapped, "--dev-bind-try", path));
            bind(wrapped, "--ro-bind-try", Path.of("/sys"));
        }
        return inside(wrapped, command);
    }

    /** Containers often forbid user namespaces; only a try tells. */
    private @Nullable Path usable(Supervisor supervisor, @Nullable Path program) {
        if (program == null) {
            return null;
        }
        var command = inside(walls(program), List.of(binaries.ffprobe().toString(), "-v", "error", "-version"));
        var exit = supervisor.run(command, binaries.environment(), Limits.LOOK, line -> {}, new Stop());
        return exit.code() == 0 ? program : null;
    }

    private List<String> walls(Path program) {
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
            bind(wrapped, "--ro-bind", binaries.directory());
        }
        return wrapped;
    }

    private static List<String> inside(List<String> walls, List<String> command) {
        var wrapped = new ArrayList<>(walls);
        wrapped.addAll(List.of("--chdir", "/tmp", "--"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static void bind(List<String> wrapped, String how, Path path) {
        wrapped.addAll(List.of(how, path.toString(), path.toString()));
    }

    /** Only what exists can be shown. */
    private static void create(Path path) {
        try {
            if (!Files.exists(path)) {
                Files.createFile(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private static List<Path> shown(FileAccess access) {
        Map<Path, List<Path>> directories = new TreeMap<>();
        for (var file : new TreeSet<>(access.reads())) {
            var parent = file.getParent();
            directories
                    .computeIfAbsent(parent == null ? file : parent, directory -> new ArrayList<>())
                    .add(file);
        }
        var shown = new ArrayList<Path>();
        directories.forEach((directory, files) -> shown.addAll(files.size() > MANY ? List.of(directory) : files));
        return shown;
    }

    private static List<Path> cards() {
        var cards = new ArrayList<Path>();
        cards.add(DEVICES.resolve("dri"));
        try (var nvidia = Files.newDirectoryStream(DEVICES, "nvidia*")) {
            nvidia.forEach(cards::add);
        } catch (IOException unreadable) {
            return cards;
        }
        return cards;
    }
}
