package io.moneyprinter.app.cli;

import io.moneyprinter.app.Server;
import io.moneyprinter.app.ServerOptions;
import io.moneyprinter.client.MoneyPrinterClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts and stops everything once, so that the JVM can record what a start needs. Used by the launcher. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    @Option(names = "--home", required = true, description = "a data directory of its own")
    private Path home = Path.of(".");

    @Override
    public Integer call() {
        try (var server = Server.start(ServerOptions.everything(home).withPort(0));
                var client = new MoneyPrinterClient(URI.create("http://127.0.0.1:" + server.port()))) {
            return client.isReady() ? ExitCodes.OK : ExitCodes.FAILED;
        }
    }
}
