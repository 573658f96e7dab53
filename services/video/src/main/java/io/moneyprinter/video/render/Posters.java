package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.video.plan.FilmPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Takes stills from films. */
public final class Posters {

    /** To be changed with what chooses or writes stills. */
    private static final int VERSION = 2;

    /** How many frames are looked at. */
    private static final int CANDIDATES = 12;

    private static final int CELLS = StillCommands.COLUMNS * StillCommands.COLUMNS;

    private final Pieces pieces;
    private final Finisher finisher;

    Posters(Pieces pieces, Finisher finisher) {
        this.pieces = pieces;
        this.finisher = finisher;
    }

    /** The frame that stands for the film: of those in which nothing changes, the one that looks best. */
    public Rendition poster(VideoId video, FilmPlan plan, ObjectKey mix) {
        var joined = finisher.joinedKey(plan, mix);
        var candidates = PosterFrames.of(plan, CANDIDATES);
        var key = new ObjectKey("thumbnails/" + Digests.of("poster", VERSION, joined, candidates) + ".jpg");
        var canvas = plan.canvas();
        return pieces.assembled(key, Pieces.Shape.image(canvas.width(), canvas.height()), (file, directory) -> {
            var film = pieces.required(joined);
            var samples = directory.resolve("samples.gray");
            var shape = Pieces.Shape.film(canvas, plan.frames());
            pieces.run(
                    video,
                    StillCommands.samples(finisher.smallest(plan, mix, directory), canvas, candidates, samples),
                    shape);
            var best = candidates.get(mostAppealing(samples, StillCommands.sample(canvas), candidates.size()));
            pieces.run(video, StillCommands.still(film, canvas, best, file), shape);
        });
    }

    /** Sixteen frames from the whole film. */
    public Rendition contactSheet(VideoId video, FilmPlan plan, ObjectKey mix) {
        var joined = finisher.joinedKey(plan, mix);
        var key = new ObjectKey("thumbnails/" + Digests.of("contact-sheet", VERSION, joined) + ".jpg");
        var size = StillCommands.sheet(plan.canvas());
        return pieces.once(key, Pieces.Shape.image(size.width(), size.height()), file -> {
            var film = pieces.required(joined);
            var all = LongStream.range(0, plan.frames()).boxed().toList();
            var command = StillCommands.contactSheet(film, plan.canvas(), PosterFrames.spread(all, CELLS), file);
            pieces.run(video, command, Pieces.Shape.film(plan.canvas(), plan.frames()));
        });
    }

    private static int mostAppealing(Path samples, StillCommands.Size size, int count) {
        var pixels = read(samples);
        List<Double> appeals = IntStream.range(0, count)
                .mapToObj(i -> new GrayPicture(pixels, i * size.width() * size.height(), size.width(), size.height()))
                .map(GrayPicture::appeal)
                .toList();
        return appeals.indexOf(
                appeals.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
