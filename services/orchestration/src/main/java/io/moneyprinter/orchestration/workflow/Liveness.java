package io.moneyprinter.orchestration.workflow;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.workflow.ListWorkflowsInput;
import dev.dbos.transact.workflow.WorkflowState;
import dev.dbos.transact.workflow.WorkflowStatus;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the work of dead processes back into its queues. A process that has work in hand and whose name nobody holds
 * for several looks in a row is dead.
 */
final class Liveness implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Liveness.class);

    /** After a restart of the database everybody needs a moment to take his name again. */
    private static final int GRACE = 5;

    private final DBOS dbos;
    private final ExecutorLock lock;
    private final Map<String, Integer> suspects = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("liveness").factory());

    Liveness(DBOS dbos, ExecutorLock lock) {
        this.dbos = dbos;
        this.lock = lock;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            if (!lock.held()) {
                suspects.clear();
                return;
            }
            var work = dbos
                    .listWorkflows(new ListWorkflowsInput()
                            .withStatus(WorkflowState.PENDING)
                            .withLoadInput(false)
                            .withLoadOutput(false))
                    .stream()
                    .filter(each ->
                            each.executorId() != null && !lock.executor().equals(each.executorId()))
                    .collect(Collectors.groupingBy(each -> Objects.requireNonNull(each.executorId())));
            suspects.keySet().retainAll(work.keySet());
            for (var owner : work.entrySet()) {
                judge(owner.getKey(), owner.getValue());
            }
        } catch (SQLException | RuntimeException e) {
            log.warn("cannot tell who is alive: {}", e.toString());
        }
    }

    private void judge(String executor, List<WorkflowStatus> work) throws SQLException {
        if (lock.alive(executor)) {
            suspects.remove(executor);
            return;
        }
        if (suspects.merge(executor, 1, Integer::sum) < GRACE) {
            return;
        }
        log.warn("executor {} is dead: {} pieces of its work are queued again", executor, work.size());
        for (var piece : work) {
            dbos.resumeWorkflow(piece.workflowId(), Objects.requireNonNullElse(piece.queueName(), Queues.VIDEO));
        }
        suspects.remove(executor);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
