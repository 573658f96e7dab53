package io.moneyprinter.tts.provider.marytts;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.tts.spi.Delivery;
import io.moneyprinter.tts.spi.Utterance;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaryMemoryTests {

    private static final int JOBS = 8;
    private static final int SENTENCES = 40;
    private static final double MEBIBYTE = 1 << 20;

    @TempDir
    private Path work;

    private final MarySpeechSynthesizer mary =
            new MarySpeechSynthesizer(new MaryProperties(true, JOBS, Duration.ofSeconds(60)));

    @Test
    void keepsNothingOfWhatEightJobsHaveSpoken() throws Exception {
        speak(0);
        var before = heap();

        speak(SENTENCES);

        assertThat(heap() - before).as("MiB kept of %d sentences", SENTENCES).isLessThan(16);
    }

    private void speak(int from) throws Exception {
        var spoken = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(JOBS)) {
            for (var i = from; i < from + SENTENCES; i++) {
                var text = "Sentence number %d tells bees where all the flowers are.".formatted(i);
                var directory = Files.createDirectory(work.resolve("spoken-" + i));
                var bees = text.indexOf("bees");
                var delivery = new Delivery(bees, bees + 4, true, "biːz");
                var utterance = new Utterance(text, mary.voices().getFirst(), 1, 0, List.of(delivery), null);
                spoken.add(threads.submit(() -> mary.synthesize(utterance, directory)));
            }
        }
        for (var one : spoken) {
            one.get();
        }
    }

    /** What is left after two collections, since what the first one clears may hold more. */
    private static double heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
