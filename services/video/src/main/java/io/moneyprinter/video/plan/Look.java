package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.Effect;
import io.moneyprinter.contracts.video.Watermark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies over all pictures of a film.
 *
 * @param effects in order, below the captions
 * @param logo above the captions; null for none
 */
public record Look(List<Effect> effects, @Nullable Logo logo) {

    public static final Look PLAIN = new Look(List.of(), null);

    public Look {
        effects = List.copyOf(effects);
    }

    /** A picture that stands in its place all the time. */
    public record Logo(ObjectKey image, Watermark watermark) {}
}
