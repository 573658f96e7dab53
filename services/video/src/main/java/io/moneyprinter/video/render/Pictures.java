package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.Visual.Composition;
import io.moneyprinter.contracts.materials.Visual.Footage;
import io.moneyprinter.contracts.materials.Visual.Still;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.ffmpeg.Input;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.video.plan.Framing;
import io.moneyprinter.video.plan.View;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What filters make of visuals: exactly the frames of a view, at the size and rate of the canvas, in BT.709. */
final class Pictures {

    private final Chains chains;
    private final Canvas canvas;
    private final Media media;
    private final FootagePictures footage;
    private final PhotoPictures photos;
    private final Compositions compositions;

    Pictures(Chains chains, Canvas canvas, Media media) {
        this.chains = chains;
        this.canvas = canvas;
        this.media = media;
        this.footage = new FootagePictures(chains, canvas, media);
        this.photos = new PhotoPictures(chains, canvas);
        this.compositions = new Compositions(chains, canvas, this::image);
    }

    /** @param frames of a photo under a camera that zooms, made beforehand; null for every other view */
    Pad show(View view, @Nullable Path frames) {
        return switch (view.framing()) {
            case Framing.Filmed framing
            when view.visual() instanceof Footage shown -> footage.show(shown, framing, view);
            case Framing.Photographed framing
            when view.visual() instanceof Still shown ->
                frames == null
                        ? photos.show(image(shown.image()), media.facts(shown.image()), framing, view)
                        : chains.chain(chains.input(ZoomingPhotos.input(frames, canvas)), ZoomingPhotos.properties());
            case Framing.Designed() when view.visual() instanceof Composition shown -> compositions.show(shown, view);
            case Framing framing ->
                throw new IllegalArgumentException(
                        "framing: %s (expected: one that fits %s)".formatted(framing, view.visual()));
        };
    }

    /** A photo as a camera that has not moved yet shows it. */
    Pad whole(View view) {
        if (view.framing() instanceof Framing.Photographed framing && view.visual() instanceof Still shown) {
            return photos.whole(image(shown.image()), media.facts(shown.image()), framing);
        }
        throw new IllegalArgumentException("view: %s (expected: of a photo)".formatted(view));
    }

    private Input image(ObjectKey key) {
        return Probe.input(media.file(key)).with("framerate", canvas.fps()).with("threads", 1);
    }
}
