package io.moneyprinter.bench;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.tts.SpeechRequest;
import io.moneyprinter.contracts.tts.SpeechSynthesis;
import io.moneyprinter.contracts.tts.VoiceSettings;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Whether memory stays flat while the embedded voice speaks for a long time, in several jobs at once. */
public final class VoiceMemoryBench {

    private static final double MEBIBYTE = 1 << 20;

    /** The engine and the caches are warm after this share of the time. */
    private static final double WARM = 0.2;

    private static final double MOST_GROWTH = 0.05;
    private static final double MOST_GROWTH_MIB = 8;

    private static final List<String> TEXTS = List.of(
            "Bees number %d dance in the dark to tell their sisters where the flowers are.",
            "In the year %d, most people drank their coffee before nine in the morning.",
            "Why would %d octopuses need three hearts each?",
            "Page %d: water boils at a lower temperature on top of a mountain, so potatoes take longer there.",
            "Subscribe, and be number %d!");

    private final SpeechSynthesis synthesis;
    private final int jobs;
    private final Duration length;
    private final Duration interval;
    private final PrintWriter out;
    private final AtomicLong spoken = new AtomicLong();

    /** @param interval between two looks at the memory */
    public VoiceMemoryBench(SpeechSynthesis synthesis, int jobs, Duration length, Duration interval, PrintWriter out) {
        this.synthesis = synthesis;
        this.jobs = jobs;
        this.length = length;
        this.interval = interval;
        this.out = out;
    }

    /** What the server that is measured has to be configured with, as YAML. */
    public static String configuration(int jobs) {
        // What is remembered on purpose would look like a leak.
        return """
                moneyprinter:
                  tts:
                    marytts:
                      parallelism: %d
                    narration:
                      cache-size: 100
                """.formatted(jobs);
    }

    /** Whether the memory that is left after a collection did not grow once everything was warm. */
    public boolean run() throws InterruptedException, ExecutionException {
        var over = new AtomicBoolean();
        var working = new ArrayList<Future<?>>();
        var heaps = new ArrayList<Double>();
        say("%8s %10s %12s %8s", "minutes", "sentences", "heap in MiB", "threads");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (var job = 0; job < jobs; job++) {
                    working.add(threads.submit(() -> speak(over)));
                }
                var start = System.nanoTime();
                var now = Duration.ZERO;
                while (now.compareTo(length) < 0 && working.stream().noneMatch(Future::isDone)) {
                    Thread.sleep(interval);
                    now = Duration.ofNanos(System.nanoTime() - start);
                    heaps.add(look(now));
                }
            } finally {
                over.set(true);
            }
            for (var one : working) {
                one.get();
            }
        }
        return isFlat(heaps);
    }

    private void speak(AtomicBoolean over) {
        while (!over.get()) {
            var number = spoken.incrementAndGet();
            var text = TEXTS.get((int) (number % TEXTS.size())).formatted(number);
            var voice = new VoiceSettings("marytts", null, null, null, null, null, List.of(), null);
            synthesis.synthesize(new SpeechRequest(UserId.LOCAL, text, "en", voice, "bench/" + number));
        }
    }

    private double look(Duration now) {
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
        var threads = ManagementFactory.getThreadMXBean().getThreadCount();
        say("%8.1f %10d %12.1f %8d", now.toMillis() / 60e3, spoken.get(), heap, threads);
        return heap;
    }

    /** Halves are compared by their lowest looks: whatever a sentence needs while it is spoken is in all others. */
    private boolean isFlat(List<Double> heaps) {
        var warm = heaps.subList((int) (WARM * heaps.size()), heaps.size());
        var before = lowest(warm.subList(0, warm.size() / 2));
        var after = lowest(warm.subList(warm.size() / 2, warm.size()));
        say("lowest in the first half: %.1f MiB, in the second: %.1f MiB", before, after);
        return after <= before * (1 + MOST_GROWTH) + MOST_GROWTH_MIB;
    }

    private static double lowest(List<Double> heaps) {
        return heaps.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    private void say(String line, Object... values) {
        out.printf(line + "%n", values);
        out.flush();
    }
}
