package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.intake.Intake;
import io.moneyprinter.materials.shot.JdbcStockClips.Stored;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockProvider;
import io.moneyprinter.materials.traits.MediaTraits;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorCode;
import io.moneyprinter.service.fetch.FetchErrorCode;
import io.moneyprinter.service.store.ObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of clips, each fetched once and made anew. */
@Component
class ClipFiles {

    private static final Set<ErrorCode> TOO_LARGE =
            Set.of(FetchErrorCode.DOWNLOAD_TOO_LARGE, FfmpegErrorCode.MEDIA_TOO_LARGE);

    private final JdbcStockClips clips;
    private final Intake intake;
    private final MediaTraits measuring;
    private final ObjectStore store;

    ClipFiles(JdbcStockClips clips, Intake intake, MediaTraits measuring, ObjectStore store) {
        this.clips = clips;
        this.intake = intake;
        this.measuring = measuring;
        this.store = store;
    }

    /**
     * The best file of a clip that is not too large for us. One that turns out to be smaller than its provider said
     * gives way to a larger one.
     *
     * @param longest of a clip that does not say how long it is
     * @throws CodedException when none of its renditions can be fetched or is what it should be
     */
    Stored of(StockProvider provider, StockClip clip, int width, int height, Duration longest) {
        @Nullable CodedException tooLarge = null;
        @Nullable Stored small = null;
        var candidates = new ArrayDeque<>(clip.best(width, height));
        while (!candidates.isEmpty()) {
            var rendition = candidates.remove();
            try {
                var stored = of(provider, clip, rendition, longest);
                if (isAsSaid(stored, rendition, width, height)) {
                    return stored;
                }
                small = small == null || pixels(stored) > pixels(small) ? stored : small;
                candidates = new ArrayDeque<>(clip.largerThan(rendition));
            } catch (CodedException e) {
                // Another size lasts as long.
                if (!TOO_LARGE.contains(e.code())
                        || e.code() == FfmpegErrorCode.MEDIA_TOO_LARGE && !clip.saysItsLength()) {
                    throw e;
                }
                tooLarge = e;
            }
        }
        if (small != null && StockClip.isWorthShowing(small.width(), small.height(), width, height)) {
            return small;
        }
        if (small != null) {
            throw new CodedException(
                    MaterialsErrorCode.STOCK_UNAVAILABLE,
                    "clip %s has %dx%d pixels (expected: at least half of %dx%d)"
                            .formatted(clip.id(), small.width(), small.height(), width, height));
        }
        throw tooLarge == null
                ? new IllegalArgumentException("clip %s has no rendition (expected: one)".formatted(clip.id()))
                : tooLarge;
    }

    /** As large as it is needed, or as it was said to be, or as large as anything of ours; sides are made even. */
    private static boolean isAsSaid(Stored stored, Rendition rendition, int width, int height) {
        return stored.width() + 1 >= Math.min(width, rendition.width())
                        && stored.height() + 1 >= Math.min(height, rendition.height())
                || Math.max(stored.width(), stored.height()) >= Intake.LONGEST_SIDE;
    }

    private static long pixels(Stored stored) {
        return (long) stored.width() * stored.height();
    }

    private Stored of(StockProvider provider, StockClip clip, Rendition rendition, Duration longest) {
        return clips.stored(provider.provider(), clip, rendition)
                .filter(stored -> store.exists(stored.media()))
                .orElseGet(() -> fetch(provider, clip, rendition, longest));
    }

    private Stored fetch(StockProvider provider, StockClip clip, Rendition rendition, Duration longest) {
        var file = store.newFile("download");
        try {
            provider.download(clip, rendition, file);
            while (true) {
                var stored = taken(clip, file, longest);
                // Equal content is one object. If its last owner deleted it just now, it is made again.
                if (clips.keep(provider.provider(), clip, rendition, stored, () -> store.exists(stored.media()))) {
                    return stored;
                }
            }
        } finally {
            store.discard(file);
        }
    }

    /** What a provider sends is as foreign as what anybody else sends. */
    private Stored taken(StockClip clip, Path file, Duration longest) {
        var kind = clip.kind() == StockKind.VIDEO ? Kind.VIDEO : Kind.IMAGE;
        var media = clip.saysItsLength() ? intake.take(file, EnumSet.of(kind), null) : intake.takeVideo(file, longest);
        var type = kind == Kind.VIDEO ? Asset.Type.VIDEO : Asset.Type.IMAGE;
        var traits = measuring.of(media.key(), type, media.width(), media.height(), media.duration());
        return new Stored(media.key(), media.width(), media.height(), media.duration(), traits);
    }
}
