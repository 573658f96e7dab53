package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.check.QualityControl;
import io.moneyprinter.video.plan.FilmPlan;
import java.nio.file.Path;

/** Makes films of their parts. Nothing here encodes the pictures of a film again. */
public final class Finisher {

    /** To be changed with what joins, finishes and shrinks films. */
    private static final int VERSION = 3;

    private final ObjectStore store;
    private final QualityControl control;
    private final Pieces pieces;

    Finisher(ObjectStore store, QualityControl control, Pieces pieces) {
        this.store = store;
        this.control = control;
        this.pieces = pieces;
    }

    /** Where the joined film is, or will be. */
    public static ObjectKey joinedKey(FilmPlan plan, ObjectKey mix) {
        return joinedKey(Sequence.of(plan), mix);
    }

    private static ObjectKey joinedKey(Sequence film, ObjectKey mix) {
        var profile = film.profile();
        var digest = Digests.of("join", VERSION, film.keys(), mix, profile.audio());
        return new ObjectKey("films/" + digest + "." + profile.extension());
    }

    private static ObjectKey filmKey(Sequence film, ObjectKey mix) {
        var profile = film.profile();
        var digest = Digests.of("optimised", VERSION, joinedKey(film, mix), film.title(), profile.platform());
        return new ObjectKey("films/" + digest + "." + profile.extension());
    }

    /** All chunks and the sound in one file. */
    public Rendition join(VideoId video, FilmPlan plan, ObjectKey mix) {
        return join(video, Sequence.of(plan), mix);
    }

    Rendition join(VideoId video, Sequence film, ObjectKey mix) {
        return pieces.assembled(joinedKey(film, mix), film.shape(), (file, directory) -> {
            var sound = pieces.required(mix);
            var list = chunkList(film, directory);
            pieces.run(video, FilmCommands.join(list, sound, film.canvas(), film.profile(), file), film.shape());
            pieces.checkFrames(file, film.frames());
        });
    }

    /** The film as people get it. */
    public Rendition optimise(VideoId video, FilmPlan plan, ObjectKey mix) {
        return optimise(video, Sequence.of(plan), mix);
    }

    Rendition optimise(VideoId video, Sequence film, ObjectKey mix) {
        return pieces.assembled(filmKey(film, mix), film.shape(), (file, directory) -> {
            var source = pieces.required(joinedKey(film, mix));
            pieces.run(video, FilmCommands.optimise(source, film.title(), film.profile(), file), film.shape());
            pieces.checkFrames(file, film.frames());
            pieces.check(video, file, chunkList(film, directory), film.wish(), film.shape(), control);
        });
    }

    boolean isFinished(Sequence film, ObjectKey mix) {
        return pieces.isThere(filmKey(film, mix));
    }

    /** A small version for a quick look. */
    public Rendition preview(VideoId video, FilmPlan plan, ObjectKey mix) {
        var film = Sequence.of(plan);
        var key = new ObjectKey("previews/" + Digests.of("preview", VERSION, film.keys(), mix) + ".mp4");
        var shape = Pieces.Shape.film(SmallVersion.canvas(plan.canvas()), plan.frames());
        return pieces.assembled(key, shape, (file, directory) -> {
            var list = chunkList(film, directory);
            pieces.run(video, FilmCommands.preview(list, pieces.required(mix), plan.canvas(), file), shape);
            pieces.checkFrames(file, plan.frames());
        });
    }

    private Path chunkList(Sequence film, Path directory) {
        film.keys().forEach(pieces::required);
        var list = directory.resolve("chunks.ffconcat");
        Pieces.write(list, chunkList(film));
        return list;
    }

    private String chunkList(Sequence film) {
        var text = new StringBuilder("ffconcat version 1.0\n");
        for (var part : film.parts()) {
            var path = store.file(part.key()).toString().replace("'", "'\\''");
            // The header of a chunk says its length in milliseconds, which is not exact enough to go on from.
            var micros = micros(film, part.endFrame()) - micros(film, part.firstFrame());
            text.append("file '%s'%nduration %dus%n".formatted(path, micros));
        }
        return text.toString();
    }

    private static long micros(Sequence film, long frame) {
        return Math.round(frame * 1e6 / film.canvas().fps());
    }
}
