package io.moneyprinter.bench;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.service.hosting.ServiceId;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Runs every service as a process of its own on its own port, makes a video through the gateway, then one during which
 * the video service is killed in the middle of a chunk, and one during which orchestration is.
 */
public final class SplitDrill {

    private final Class<?> main;
    private final PrintWriter out;
    private final Path home;

    /** @param main the class whose {@code main} understands {@code serve} */
    public SplitDrill(Class<?> main, PrintWriter out) throws IOException {
        this.main = main;
        this.out = out;
        this.home = Files.createTempDirectory("moneyprinter-drill");
    }

    /** Runs the whole drill and says whether everything was as it must be. */
    public boolean run() throws IOException, InterruptedException, SQLException {
        out.printf("data and logs: %s%n", home);
        var good = true;
        Map<ServiceId, ServerProcess> processes = new EnumMap<>(ServiceId.class);
        try {
            for (var service : ServiceId.values()) {
                if (service != ServiceId.GATEWAY) {
                    processes.put(service, start(service));
                }
            }
            // The gateway is ready when all others are.
            processes.put(ServiceId.GATEWAY, start(ServiceId.GATEWAY));
            try (var client = new MoneyPrinterClient(URI.create("http://127.0.0.1:" + ServiceId.GATEWAY.port()));
                    var ledger = new Ledger(home)) {
                var drill = new Drill(client, ledger, out);
                drill.header();
                var undisturbed = drill.create();
                good &= drill.report(undisturbed, "(not killed)", drill.awaitEnd(undisturbed));
                for (var victim : List.of(ServiceId.VIDEO, ServiceId.ORCHESTRATION)) {
                    var videoId = drill.create();
                    var caught = drill.awaitRunning(videoId, "chunk");
                    process(processes, victim).kill();
                    processes.put(victim, start(victim));
                    good &= caught;
                    good &= drill.report(videoId, "chunk, " + victim.id(), drill.awaitEnd(videoId));
                }
            }
        } finally {
            processes.values().forEach(ServerProcess::close);
        }
        out.println(good ? "every video was completed, no finished step ran again" : "FAILED");
        return good;
    }

    private static ServerProcess process(Map<ServiceId, ServerProcess> processes, ServiceId service) {
        var process = processes.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " does not run");
        }
        return process;
    }

    private ServerProcess start(ServiceId service) throws IOException, InterruptedException {
        var log = home.resolve(service.id() + ".log");
        return ServerProcess.start(main, home, log, List.of("--services", service.id()), List.of(service.port()));
    }
}
