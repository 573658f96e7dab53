package io.moneyprinter.orchestration.workflow;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.StartWorkflowOptions;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.ListWorkflowsInput;
import dev.dbos.transact.workflow.WorkflowState;
import dev.dbos.transact.workflow.WorkflowStatus;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.orchestration.OrchestrationProperties;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Outputs;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.step.RunningWork;
import io.moneyprinter.orchestration.step.Steps;
import io.moneyprinter.orchestration.step.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The engine: DBOS Transact on the service's own database. */
@Component
final class DbosWorkflowEngine implements WorkflowEngine, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DbosWorkflowEngine.class);

    /** Work is taken over between programs of the same version only; a new order of steps is a new workflow instead. */
    private static final String VERSION = "1";

    private static final Duration RECORDED = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final OrchestrationProperties properties;
    private final ExecutorName name;
    private final Jobs jobs;
    private final Outputs outputs;
    private final Steps steps;
    private final Waiting waiting;
    private final Ending ending;
    private final RunningWork running;
    private volatile @Nullable Launched launched;

    DbosWorkflowEngine(
            DataSource dataSource,
            OrchestrationProperties properties,
            ExecutorName name,
            Jobs jobs,
            Outputs outputs,
            Steps steps,
            Waiting waiting,
            Ending ending,
            RunningWork running) {
        this.dataSource = dataSource;
        this.properties = properties;
        this.name = name;
        this.jobs = jobs;
        this.outputs = outputs;
        this.steps = steps;
        this.waiting = waiting;
        this.ending = ending;
        this.running = running;
    }

    @Override
    public void start() {
        try {
            // The lock comes first: work in the hands of a process without a lock would be taken from it.
            launched = launch(ExecutorLock.take(dataSource, name.value()));
        } catch (SQLException e) {
            throw new IllegalStateException("the workflow engine cannot reach its database", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the workflow engine started", e);
        }
    }

    private Launched launch(ExecutorLock lock) {
        var config = DBOSConfig.defaults("moneyprinter")
                .withDataSource(dataSource)
                .withDatabaseSchema(properties.engineSchema())
                .withAppVersion(VERSION)
                .withExecutorId(lock.executor())
                .withAdminServer(false)
                .withUseListenNotify(false);
        if (!properties.queues().isEmpty()) {
            config = config.withListenQueues(properties.queues().toArray(String[]::new));
        }
        var dbos = new DBOS(config);
        Queues.all(properties.concurrency()).forEach(dbos::registerQueue);
        var flow = new VideoFlowV1(dbos, steps, waiting, ending, lock.executor());
        var proxy = dbos.registerProxy(VideoFlow.class, flow);
        flow.through(proxy);
        dbos.launch();
        var liveness = new Liveness(dbos, lock);
        liveness.start();
        log.info("workflow engine runs as executor {}", lock.executor());
        return new Launched(dbos, proxy, liveness, lock);
    }

    @Override
    public void stop() {
        var engine = launched;
        if (engine == null) {
            return;
        }
        launched = null;
        running.stop();
        engine.liveness().close();
        // Every workflow that is interrupted, and every connection it was using, would be called an error now; the
        // workflows go on with the next start.
        var logging = LoggingSystem.get(DBOS.class.getClassLoader());
        logging.setLogLevel("dev.dbos.transact", LogLevel.OFF);
        logging.setLogLevel("com.zaxxer.hikari", LogLevel.OFF);
        engine.dbos().shutdown();
        try {
            running.awaitRecorded(RECORDED);
            engine.lock().close();
        } catch (SQLException e) {
            log.debug("the lock was not given back: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return launched != null;
    }

    /** Before the web server takes requests, and after it has stopped taking them. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start(VideoId id) {
        var engine = engine();
        var whole = jobs.find(id).map(Job::produces).orElse(Produce.VIDEO) == Produce.VIDEO;
        engine.dbos()
                .startWorkflow(
                        () -> whole
                                ? engine.flow().produce(id.value())
                                : engine.flow().narrate(id.value()),
                        new StartWorkflowOptions(id.value()).withQueue(Queues.VIDEO));
        jobs.markEnqueued(id);
    }

    @Override
    public void start(UnitKey key) {
        var engine = engine();
        engine.dbos()
                .startWorkflow(
                        () -> engine.flow()
                                .unit(key.videoId().value(), key.kind().id(), key.index()),
                        new StartWorkflowOptions(key.toString()).withQueue(Queues.RENDER));
        outputs.markEnqueued(key);
    }

    @Override
    public void dropWaiting(VideoId id) {
        // The video itself stays: it finds out that it has ended, and says so.
        drop(list(id, WorkflowState.ENQUEUED, WorkflowState.DELAYED).stream()
                .filter(workflow -> !workflow.equals(id.value()))
                .toList());
    }

    @Override
    public void dropAll(VideoId id) {
        drop(active(id));
    }

    private void drop(List<String> workflows) {
        if (!workflows.isEmpty()) {
            engine().dbos().cancelWorkflows(workflows, false);
        }
    }

    @Override
    public void forget(VideoId id) {
        var workflows = list(id);
        if (!workflows.isEmpty()) {
            engine().dbos().deleteWorkflows(workflows, false);
        }
    }

    @Override
    public void forget(UnitKey key) {
        var workflow =
                list(key.videoId()).stream().filter(key.toString()::equals).toList();
        if (!workflow.isEmpty()) {
            engine().dbos().deleteWorkflows(workflow, false);
        }
    }

    @Override
    public boolean busy(UnitKey key) {
        return active(key.videoId()).contains(key.toString());
    }

    @Override
    public boolean busy(VideoId id) {
        return !active(id).isEmpty();
    }

    private List<String> active(VideoId id) {
        return list(id, WorkflowState.PENDING, WorkflowState.ENQUEUED, WorkflowState.DELAYED);
    }

    private List<String> list(VideoId id, WorkflowState... states) {
        var input = new ListWorkflowsInput()
                .withWorkflowIdPrefix(id.value())
                .withLoadInput(false)
                .withLoadOutput(false);
        return engine().dbos().listWorkflows(states.length == 0 ? input : input.withStatus(List.of(states))).stream()
                .map(WorkflowStatus::workflowId)
                .filter(workflow -> workflow.equals(id.value()) || workflow.startsWith(id + "/"))
                .toList();
    }

    private Launched engine() {
        var engine = launched;
        if (engine == null) {
            throw new IllegalStateException("the workflow engine does not run");
        }
        return engine;
    }

    private record Launched(DBOS dbos, VideoFlow flow, Liveness liveness, ExecutorLock lock) {}
}
