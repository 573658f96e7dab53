package io.moneyprinter.service.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs as somebody who is not root, because they refuse to run as root.
 *
 * @param prefix what goes before the program; empty for a normal user
 */
record UnprivilegedCommand(List<String> prefix) {

    /** The user and group "nobody". */
    private static final String NOBODY = "65534";

    private static final int SECONDS = 120;

    /** The way that works here. The files below {@code directory} are made readable to whoever that is. */
    static UnprivilegedCommand forFilesBelow(Path directory) throws IOException {
        if (!root()) {
            return new UnprivilegedCommand(List.of());
        }
        // Inside a user namespace without a mapping the same user is not root any more, and still owns its files.
        var namespace = new UnprivilegedCommand(List.of("unshare", "--user"));
        if (namespace.reaches(directory)) {
            return namespace;
        }
        // Another user, as in a container or a chroot, where namespaces cannot be made.
        var other = new UnprivilegedCommand(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
        if (other.reaches(directory)) {
            new UnprivilegedCommand(List.of())
                    .run(directory, "", List.of("chown", "-R", NOBODY + ":" + NOBODY, directory.toString()));
            return other;
        }
        throw new IOException(
                "PostgreSQL does not run as root, and no other user reaches %s from here;".formatted(directory)
                        + " run as a normal user, or set MONEYPRINTER_HOME to a directory that is open to all, such as"
                        + " /var/lib/moneyprinter, or set moneyprinter.database.url");
    }

    /**
     * Runs a program to its end.
     *
     * @return what it printed, errors included
     * @throws IOException if its exit code is not 0
     */
    String run(Path directory, String input, List<String> command) throws IOException {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        var output = Files.createTempFile("moneyprinter", ".out");
        try {
            // A file, not a pipe: a server that a program leaves behind would keep a pipe open.
            var builder = new ProcessBuilder(all)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(input);
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s took longer than %d s".formatted(command.getFirst(), SECONDS));
            }
            var printed = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IOException(
                        "%s ended with %d: %s".formatted(command.getFirst(), process.exitValue(), printed.strip()));
            }
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while %s ran".formatted(command.getFirst()), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Whether this works here, and the way to the directory is open. */
    private boolean reaches(Path directory) {
        try {
            var parent = directory.toAbsolutePath().resolveSibling(".").normalize();
            run(Path.of("/"), "", List.of("test", "-x", parent.toString()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean root() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }
}
