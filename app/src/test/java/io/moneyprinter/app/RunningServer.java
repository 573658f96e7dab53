package io.moneyprinter.app;

import io.moneyprinter.client.MoneyPrinterClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The whole product in this process, on a free port and a data directory of its own, started once for all tests of a JVM. */
final class RunningServer {

    private static final class Holder {
        private static final RunningServer SERVER = new RunningServer();
    }

    private final Path home;
    private final Server server;
    private final MoneyPrinterClient client;

    private RunningServer() {
        try {
            home = Files.createTempDirectory("moneyprinter-e2e");
            // Not everybody's machine has it.
            Files.writeString(home.resolve("application.yaml"), "moneyprinter.tts.espeak.enabled: false\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = Server.start(ServerOptions.everything(home).withPort(0));
        client = new MoneyPrinterClient(uri());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    static RunningServer get() {
        return Holder.SERVER;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    Path home() {
        return home;
    }

    MoneyPrinterClient client() {
        return client;
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    private void close() {
        client.close();
        server.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
