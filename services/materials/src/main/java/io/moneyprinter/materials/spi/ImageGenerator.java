package io.moneyprinter.materials.spi;

import java.nio.file.Path;

/**
 * Somebody who makes pictures from words. One implementation per provider; instances are shared between threads.
 *
 * <p>What it makes costs money or minutes, so nothing is asked for twice by itself.
 */
public interface ImageGenerator {

    /** Short, stable and lower case: it appears in shots, configuration and metrics. */
    String provider();

    /** What people call it, with its model. */
    String model();

    /** Whether the operator has set it up. */
    boolean isConfigured();

    /** Whether it answers only those who have a key. */
    boolean needsKey();

    /** Whatever else decides how the picture looks, such as steps and quality: another value, another picture. */
    String version();

    /**
     * Makes a picture; {@code target} is there only if all of it came. What is in it is as foreign as any download.
     *
     * @throws io.moneyprinter.problem.CodedException with an {@code IMAGE_…} code or {@code CANCELLED}, and no other
     *     exception
     */
    void generate(ImagePrompt prompt, Path target);
}
