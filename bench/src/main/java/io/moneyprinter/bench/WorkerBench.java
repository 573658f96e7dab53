package io.moneyprinter.bench;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.service.hosting.ServiceId;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders the same film with one worker and with two, each a process of its own that is pinned to one core, and counts
 * from the measured lengths of the chunks on to fleets that are not at hand. A process beside them does all else.
 */
public final class WorkerBench {

    private static final List<Integer> FLEETS = List.of(1, 2, 4, 8, 16, 32, 64);
    private static final String EVERYTHING =
            Arrays.stream(ServiceId.values()).map(ServiceId::id).collect(Collectors.joining(","));

    private final Class<?> main;
    private final PrintWriter out;
    private final Path home;
    private final List<ServerProcess> processes = new ArrayList<>();

    /** @param main the class whose {@code main} understands {@code serve} */
    public WorkerBench(Class<?> main, PrintWriter out) throws IOException {
        this.main = main;
        this.out = out;
        this.home = Files.createTempDirectory("moneyprinter-bench");
    }

    /** Returns whether all films were made. */
    public boolean run() throws IOException, InterruptedException, SQLException {
        say("data and logs: %s", home);
        try {
            var port = start("leader", List.of(), EVERYTHING, "video,speech,materials");
            worker(0);
            try (var client = new MoneyPrinterClient(URI.create("http://127.0.0.1:" + port));
                    var ledger = new Ledger(home)) {
                var drill = new Drill(client, ledger, out);
                drill.awaitEnd(drill.create());
                var alone = film(drill, ledger, "#ffffff");
                worker(1);
                drill.awaitEnd(drill.create());
                var both = film(drill, ledger, "#fefefe");
                if (alone.isEmpty() || both.isEmpty()) {
                    return false;
                }
                say(
                        "%d chunks and the sound: %.1f s with one worker, %.1f s with two, ratio %.2f",
                        alone.size() - 1, span(alone), span(both), span(both) / span(alone));
                curve(new Fleet(alone.stream()
                        .filter(step -> step.kind().equals("chunk"))
                        .map(Ledger.Step::seconds)
                        .toList()));
                return true;
            }
        } finally {
            processes.reversed().forEach(ServerProcess::close);
        }
    }

    private void curve(Fleet film) {
        say("");
        say("counted on from these chunks: seconds until all are rendered");
        say("%8s %14s %9s %14s %9s", "workers", "this film", "x", "ten times it", "x");
        var longFilm = film.times(10);
        for (var workers : FLEETS) {
            say(
                    "%8d %14.1f %9.1f %14.1f %9.1f",
                    workers,
                    film.seconds(workers),
                    film.seconds(1) / film.seconds(workers),
                    longFilm.seconds(workers),
                    longFilm.seconds(1) / longFilm.seconds(workers));
        }
    }

    /** The steps on the render queue before the film is joined; none where the film was not made. */
    private List<Ledger.Step> film(Drill drill, Ledger ledger, String color) throws InterruptedException, SQLException {
        // Another colour is another film to the renderer, with the same work.
        var videoId = drill.createFilm(color);
        var status = drill.awaitEnd(videoId);
        if (status == null || status.status() != JobStatus.COMPLETED) {
            say("the film was not made: %s", String.valueOf(status));
            return List.of();
        }
        return ledger.steps(videoId.value()).stream()
                .filter(step -> step.kind().equals("chunk") || step.kind().equals("mix"))
                .toList();
    }

    private static double span(List<Ledger.Step> steps) {
        return steps.stream().mapToDouble(Ledger.Step::end).max().orElseThrow()
                - steps.stream().mapToDouble(Ledger.Step::start).min().orElseThrow();
    }

    private void worker(int core) throws IOException, InterruptedException {
        start("worker-" + core, List.of("taskset", "-c", String.valueOf(core)), "orchestration,video", "render");
    }

    private int start(String name, List<String> launcher, String services, String queues)
            throws IOException, InterruptedException {
        var port = ServerProcess.freePort();
        var environment = Map.of(
                "MONEYPRINTER_ORCHESTRATION_EXECUTOR", name,
                "MONEYPRINTER_ORCHESTRATION_QUEUES", queues,
                "MONEYPRINTER_ORCHESTRATION_CONCURRENCY_RENDER", "1");
        var arguments = List.of("--services", services, "--port", String.valueOf(port));
        processes.add(ServerProcess.start(
                main, home, home.resolve(name + ".log"), launcher, arguments, environment, List.of(port)));
        return port;
    }

    private void say(String line, Object... values) {
        out.printf(line + "%n", values);
        out.flush();
    }
}
