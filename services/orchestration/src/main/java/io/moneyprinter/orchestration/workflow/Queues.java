package io.moneyprinter.orchestration.workflow;

import dev.dbos.transact.workflow.Queue;
import io.moneyprinter.orchestration.OrchestrationProperties.Concurrency;
import java.time.Duration;
import java.util.List;

/** What pieces of work wait in until a process takes them. The names are stored, and stand in configuration. */
final class Queues {

    static final String VIDEO = "video";
    static final String SPEECH = "speech";
    static final String MATERIALS = "materials";
    static final String RENDER = "render";

    /** How long a piece waits for an idle process at most. */
    private static final Duration POLLING = Duration.ofMillis(200);

    private Queues() {}

    static List<Queue> all(Concurrency concurrency) {
        return List.of(
                queue(VIDEO, concurrency.video()),
                queue(SPEECH, concurrency.speech()),
                queue(MATERIALS, concurrency.materials()),
                queue(RENDER, concurrency.render()));
    }

    private static Queue queue(String name, int concurrency) {
        var processors = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new Queue(name)
                .withWorkerConcurrency(concurrency == 0 ? processors : concurrency)
                .withPollingInterval(POLLING);
    }
}
