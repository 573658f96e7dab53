package io.moneyprinter.bench;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * What a piece of work took.
 *
 * @param wall seconds
 * @param cpu seconds of this process and its children
 * @param memory the most bytes that its children had at a time
 */
record Cost(double wall, double cpu, long memory) {

    static Cost of(Callable<?> work) throws InterruptedException, ExecutionException {
        var cpu = CpuTime.ofThisProcessAndItsChildren();
        var start = System.nanoTime();
        try (var memory = new PeakMemory()) {
            work.call();
            return new Cost(
                    (System.nanoTime() - start) / 1e9,
                    CpuTime.ofThisProcessAndItsChildren().minus(cpu).toMillis() / 1e3,
                    memory.peak());
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ExecutionException(e);
        }
    }

    Cost plus(Cost other) {
        return new Cost(wall + other.wall, cpu + other.cpu, Math.max(memory, other.memory));
    }

    /** The one with the median wall time. */
    static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(Cost::wall))
                .toList()
                .get(costs.size() / 2);
    }
}
