/** Pictures of a Stable Diffusion web UI, AUTOMATIC1111's or one that has its API. */
@NullMarked
package io.moneyprinter.materials.provider.automatic1111;

import org.jspecify.annotations.NullMarked;
