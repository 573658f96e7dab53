package io.moneyprinter.orchestration;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How videos are worked on.
 *
 * @param executor names this process among those that share the database; null for a name kept in the data directory
 * @param queues which sorts of work this process takes: video, speech, materials, render; empty for all
 * @param interruptions how often a piece of work may die with its process before it is given up
 * @param voiceChanges how often another voice may take over a video because a provider failed; then the last one stays
 * @param engineSchema database schema of the workflow engine's own tables
 * @param engineRetention how long the engine remembers the workflow of a video that has ended
 */
@ConfigurationProperties("moneyprinter.orchestration")
public record OrchestrationProperties(
        @Nullable String executor,
        @DefaultValue({}) List<String> queues,
        @DefaultValue("5") int interruptions,
        @DefaultValue("6") int voiceChanges,
        @DefaultValue("orchestration_engine") String engineSchema,
        @DefaultValue("7d") Duration engineRetention,
        @DefaultValue Concurrency concurrency,
        @DefaultValue Retries retries) {

    public OrchestrationProperties {
        queues = List.copyOf(queues);
        if (interruptions < 1) {
            throw new IllegalArgumentException("interruptions: %d (expected: >= 1)".formatted(interruptions));
        }
        if (voiceChanges < 0) {
            throw new IllegalArgumentException("voice-changes: %d (expected: >= 0)".formatted(voiceChanges));
        }
    }

    /** How many pieces of each sort this process works on at the same time; 0 follows the number of processors. */
    public record Concurrency(
            @DefaultValue("16") int video,
            @DefaultValue("0") int speech,
            @DefaultValue("0") int materials,
            @DefaultValue("0") int render) {}

    /**
     * What is tried again, how often and after which pause. Only failures that may pass are tried again.
     *
     * @param content writing the script
     * @param speech speaking a sentence
     * @param materials finding a shot
     * @param render everything that makes the film
     * @param unreachable when another of our services does not answer, whatever the work
     */
    public record Retries(Retry content, Retry speech, Retry materials, Retry render, Retry unreachable) {

        /** What is not configured arrives as null. */
        public Retries {
            content = Objects.requireNonNullElse(content, new Retry(3, Duration.ofSeconds(60)));
            speech = Objects.requireNonNullElse(speech, new Retry(2, Duration.ofSeconds(30)));
            materials = Objects.requireNonNullElse(materials, new Retry(3, Duration.ofSeconds(10)));
            render = Objects.requireNonNullElse(render, new Retry(3, Duration.ofSeconds(5)));
            unreachable = Objects.requireNonNullElse(unreachable, new Retry(200, Duration.ofSeconds(3)));
        }
    }

    /**
     * A number of further attempts.
     *
     * @param pause before each of them, unless who refused asked for more
     */
    public record Retry(int retries, Duration pause) {

        public Retry {
            if (retries < 0 || pause.isNegative()) {
                throw new IllegalArgumentException(
                        "retry: %d x %s (expected: neither below 0)".formatted(retries, pause));
            }
        }
    }
}
