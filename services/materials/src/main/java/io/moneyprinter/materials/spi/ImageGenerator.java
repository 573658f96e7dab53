package io.moneyprinter.materials.spi;

import io.moneyprinter.service.provider.Deadline;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Somebody who makes pictures from words. One implementation per provider; instances are shared between threads.
 *
 * <p>What it makes costs money or minutes, so nothing is asked for twice by itself.
 */
public interface ImageGenerator extends PictureSource {

    /** What people call it, with its model. */
    String model();

    /** Whether the operator has set it up. */
    boolean isConfigured();

    @Override
    default int keys() {
        return needsKey() && isConfigured() ? 1 : 0;
    }

    /** Whatever else decides how the picture looks, such as steps and quality: another value, another picture. */
    String version();

    /** How many pictures it makes at a time; whoever asks has to keep to it. */
    int parallelism();

    /** How long one picture may take. */
    Duration timeout();

    /**
     * Makes a picture; {@code target} is there only if all of it came. What is in it is as foreign as any download.
     *
     * @param deadline when nobody waits for it any more
     * @throws io.moneyprinter.problem.CodedException with an {@code IMAGE_…} code or {@code CANCELLED}, and no other
     *     exception
     */
    void generate(ImagePrompt prompt, Deadline deadline, Path target);
}
