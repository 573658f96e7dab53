package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.contracts.content.ModelExchanges;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.orchestration.JobError;
import io.moneyprinter.orchestration.OrchestrationErrorCode;
import io.moneyprinter.orchestration.OrchestrationProperties;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.orchestration.job.Outputs;
import io.moneyprinter.orchestration.job.Unit;
import io.moneyprinter.orchestration.job.Units;
import io.moneyprinter.orchestration.step.RunningWork;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after what a crash, or another process, has left. */
@Component
final class Housekeeping implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration HAND_OVER = Duration.ofSeconds(3);
    /** Time for running pieces of an ended video to find out by themselves. */
    private static final Duration SETTLE = Duration.ofSeconds(4);

    private static final Duration SETTLED = Duration.ofMinutes(2);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final Jobs jobs;
    private final Units units;
    private final Outputs outputs;
    private final ModelExchanges exchanges;
    private final MaterialLibrary materials;
    private final WorkflowEngine engine;
    private final Ending ending;
    private final RunningWork running;
    private final OrchestrationProperties properties;
    private @Nullable ScheduledExecutorService timer;

    Housekeeping(
            Jobs jobs,
            Units units,
            Outputs outputs,
            ModelExchanges exchanges,
            MaterialLibrary materials,
            WorkflowEngine engine,
            Ending ending,
            RunningWork running,
            OrchestrationProperties properties) {
        this.jobs = jobs;
        this.units = units;
        this.outputs = outputs;
        this.exchanges = exchanges;
        this.materials = materials;
        this.engine = engine;
        this.ending = ending;
        this.running = running;
        this.properties = properties;
    }

    @Override
    public void start() {
        var threads = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("housekeeping").factory());
        threads.scheduleWithFixedDelay(safely(this::callOff), 1, 1, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(safely(this::handOver), 0, 3, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(safely(this::clear), 2, 3, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(safely(this::findLost), 30, 30, TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(safely(this::forget), 1, SWEEP.toMinutes(), TimeUnit.MINUTES);
        timer = threads;
    }

    /** A video may have been ended, or what is made of it be deleted, through another process. */
    private void callOff() {
        running.units().stream().filter(key -> !units.wanted(key)).forEach(running::interrupt);
    }

    private void handOver() {
        jobs.forgotten(HAND_OVER).forEach(engine::start);
        outputs.forgotten(HAND_OVER).forEach(engine::start);
    }

    private void clear() {
        for (var id : jobs.endedBetween(SETTLED, SETTLE)) {
            if (!jobs.find(id)
                    .map(job -> job.error() == null && job.film() != null)
                    .orElse(false)) {
                engine.dropWaiting(id);
            }
        }
        for (var id : jobs.hidden(SETTLE)) {
            engine.dropAll(id);
            engine.forget(id);
            jobs.owner(id).ifPresent(owner -> {
                exchanges.forget(owner, id.value());
                materials.forget(owner, id);
            });
            jobs.delete(id);
        }
    }

    /** The engine ended the workflow, and nobody ended the video: a fault, but not one to wait for without end. */
    private void findLost() {
        for (var id : jobs.processing(SETTLED)) {
            if (!engine.busy(id) && jobs.active(id)) {
                var code = OrchestrationErrorCode.WORKFLOW_LOST;
                ending.fail(id, new JobError(code.name(), code.meaning()));
                ending.announce(id);
            }
        }
        for (var key : outputs.open(SETTLED)) {
            if (!engine.busy(key) && units.find(key).filter(Unit::open).isPresent()) {
                var code = OrchestrationErrorCode.WORKFLOW_LOST;
                units.failed(key, new JobError(code.name(), code.meaning()));
            }
        }
    }

    private void forget() {
        var younger = properties.engineRetention();
        var older = younger.plus(SWEEP.multipliedBy(24));
        jobs.endedBetween(older, younger).stream()
                .filter(id -> !engine.busy(id))
                .forEach(engine::forget);
        outputs.endedBetween(older, younger).forEach(engine::forget);
    }

    private static Runnable safely(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("housekeeping is put off: {}", e.toString());
            }
        };
    }

    @Override
    public void stop() {
        var threads = timer;
        timer = null;
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** After the engine, which it uses. */
    @Override
    public int getPhase() {
        return 1;
    }
}
