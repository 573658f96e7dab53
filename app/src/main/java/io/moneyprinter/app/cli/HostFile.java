package io.moneyprinter.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code server.json} in the data directory: where the server of this installation answers.
 *
 * @param pid of the process that wrote it
 */
record HostFile(long pid, int port) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "server.json";

    static HostFile ofThisProcess(int port) {
        return new HostFile(ProcessHandle.current().pid(), port);
    }

    /** What the file says, if the process that wrote it still lives. */
    static Optional<HostFile> read(Path home) {
        try {
            var host = JSON.readValue(Files.readString(home.resolve(NAME)), HostFile.class);
            return ProcessHandle.of(host.pid).filter(ProcessHandle::isAlive).map(_ -> host);
        } catch (IOException | JacksonException none) {
            return Optional.empty();
        }
    }

    void write(Path home) {
        try {
            var part = home.resolve(NAME + ".part");
            Files.writeString(part, JSON.writeValueAsString(this));
            Files.move(part, home.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + home.resolve(NAME), e);
        }
    }

    static void delete(Path home) {
        try {
            Files.deleteIfExists(home.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + home.resolve(NAME), e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
