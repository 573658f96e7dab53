package io.moneyprinter.bench;

import io.moneyprinter.client.MoneyPrinterClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/**
 * Kills the serving process with {@code kill -9} while each kind of step runs, starts it again and checks that the
 * video is completed and that no step that had finished was executed again.
 */
public final class KillDrill {

    private final Class<?> main;
    private final PrintWriter out;
    private final Path home;
    private final Path log;
    private final int port;

    /** @param main the class whose {@code main} understands {@code serve} */
    public KillDrill(Class<?> main, PrintWriter out) throws IOException {
        this.main = main;
        this.out = out;
        this.home = Files.createTempDirectory("moneyprinter-drill");
        this.log = home.resolve("drill.log");
        this.port = ServerProcess.freePort();
    }

    /** Runs the whole drill and says whether everything was as it must be. */
    public boolean run() throws IOException, InterruptedException, SQLException {
        out.printf("data and log: %s%n", home);
        var good = true;
        var server = start();
        try (var client = new MoneyPrinterClient(URI.create("http://127.0.0.1:" + port));
                var ledger = new Ledger(home)) {
            var drill = new Drill(client, ledger, out);
            drill.header();
            var undisturbed = drill.create();
            good &= drill.report(undisturbed, "(not killed)", drill.awaitEnd(undisturbed));
            for (var count : ledger.counts(undisturbed.value())) {
                var videoId = drill.create();
                var caught = drill.awaitRunning(videoId, count.kind());
                server.kill();
                server = start();
                good &= caught;
                good &= drill.report(
                        videoId, caught ? count.kind() : count.kind() + " (missed)", drill.awaitEnd(videoId));
            }
            var videoId = drill.create();
            var random = new Random(1);
            for (var i = 0; i < 3; i++) {
                Thread.sleep(random.nextInt(500, 4_000));
                server.kill();
                server = start();
            }
            good &= drill.report(videoId, "3 x anywhere", drill.awaitEnd(videoId));
        } finally {
            server.close();
        }
        out.println(good ? "every video was completed, no finished step ran again" : "FAILED");
        return good;
    }

    private ServerProcess start() throws IOException, InterruptedException {
        return ServerProcess.start(main, home, log, List.of("--port", String.valueOf(port)), List.of(port));
    }
}
