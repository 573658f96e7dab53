package io.moneyprinter.service.database;

import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that uses the server until its input ends. */
final class PostgresServerMain {

    private PostgresServerMain() {}

    public static void main(String[] arguments) throws IOException {
        try (var server = PostgresServer.start(Path.of(arguments[0]))) {
            System.out.println(server.url());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
