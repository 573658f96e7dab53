package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.check.QualityControl;
import io.moneyprinter.video.device.FilmEncoder;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.plan.FilmPlan;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Makes films of their parts. Nothing here encodes the pictures of a film again. */
public final class Finisher {

    /** To be changed with what joins, finishes and shrinks films. */
    private static final int VERSION = 4;

    private final ObjectStore store;
    private final QualityControl control;
    private final Pieces pieces;
    private final FilmParts parts;
    private final ProcessorChunks processor;
    private final Encoders encoders;

    Finisher(
            ObjectStore store,
            QualityControl control,
            Pieces pieces,
            FilmParts parts,
            ProcessorChunks processor,
            Encoders encoders) {
        this.store = store;
        this.control = control;
        this.pieces = pieces;
        this.parts = parts;
        this.processor = processor;
        this.encoders = encoders;
    }

    /** Renders a chunk of a plan on the processor. */
    interface ProcessorChunks {
        Rendition render(VideoId video, FilmPlan plan, int index);
    }

    /** Where the joined film is, or will be. */
    ObjectKey joinedKey(FilmPlan plan, ObjectKey mix) {
        return joinedKey(parts.joined(plan, mix), mix);
    }

    static ObjectKey joinedKey(Sequence film, ObjectKey mix) {
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
        var film = parts.toJoin(plan, mix);
        if (!pieces.isThere(joinedKey(film, mix))) {
            film = completed(video, plan);
        }
        return by(plan, film, join(video, film, mix));
    }

    /** The film with all its chunks there, and all of them from one encoder. */
    private Sequence completed(VideoId video, FilmPlan plan) {
        var device = plan.onDevice();
        if (device == null) {
            return parts.wanted(plan);
        }
        if (parts.deviceOf(plan) != null) {
            loseUnlessWhole(device);
        }
        var film = parts.wanted(plan);
        if (!film.keys().equals(device.keys())) {
            // What nobody has encoded is the caller's to ask for; only what the device has done is done again here.
            var settled = parts.settled(device);
            settled.absent().forEach(index -> pieces.required(film.keys().get(index)));
            var left = IntStream.range(0, film.keys().size())
                    .filter(index -> !pieces.isThere(film.keys().get(index)))
                    .boxed()
                    .toList();
            Parallel.run(left, index -> processor.render(video, plan, index));
        }
        return film;
    }

    private void loseUnlessWhole(FilmEncoder device) {
        var settled = parts.settled(device);
        settled.absent().forEach(index -> pieces.required(device.key(index)));
        if (!settled.keys().equals(device.keys())) {
            parts.lose(device, "some of its chunks are there from the CPU alone");
        } else if (!parts.fitTogether(device.keys())) {
            parts.lose(device, "the chunks of the GPUs do not fit together");
        }
    }

    private Rendition by(FilmPlan plan, Sequence film, Rendition made) {
        var device = plan.onDevice();
        return device != null && film.keys().equals(device.keys())
                ? made.encodedBy(device.name(), null)
                : made.encodedBy(encoders.pick(plan.profile()).name(), parts.note(plan));
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
        var film = parts.joined(plan, mix);
        return by(plan, film, optimise(video, film, mix));
    }

    Rendition optimise(VideoId video, Sequence film, ObjectKey mix) {
        return pieces.assembled(filmKey(film, mix), film.shape(), (file, directory) -> {
            var source = pieces.required(joinedKey(film, mix));
            pieces.run(video, FilmCommands.optimise(source, film.title(), film.profile(), file), film.shape());
            pieces.checkFrames(file, film.frames());
            var small = isWhole(film) ? chunkList(film, directory) : null;
            pieces.check(video, file, small, film.wish(), film.shape(), control);
        });
    }

    boolean isFinished(FilmPlan plan, ObjectKey mix) {
        return isFinished(parts.joined(plan, mix), mix);
    }

    boolean isFinished(Sequence film, ObjectKey mix) {
        return pieces.isThere(filmKey(film, mix));
    }

    /** A small version for a quick look. */
    public Rendition preview(VideoId video, FilmPlan plan, ObjectKey mix) {
        var film = parts.joined(plan, mix);
        var joined = joinedKey(film, mix);
        var key = new ObjectKey("previews/" + Digests.of("preview", VERSION, joined) + ".mp4");
        var canvas = plan.canvas();
        var shape = Pieces.Shape.film(SmallVersion.canvas(canvas), plan.frames());
        return pieces.assembled(key, shape, (file, directory) -> {
            var command = isWhole(film)
                    ? FilmCommands.preview(chunkList(film, directory), smallSound(video, plan, mix), canvas, file)
                    : FilmCommands.shrink(pieces.required(joined), canvas, file);
            pieces.run(video, command, film.shape());
            pieces.checkFrames(file, plan.frames());
        });
    }

    /** As long as the sound is the same, another version's preview takes it as it is. */
    private Path smallSound(VideoId video, FilmPlan plan, ObjectKey mix) {
        var key = new ObjectKey("previews/" + Digests.of("sound", VERSION, mix) + ".m4a");
        pieces.once(
                key,
                Pieces.Shape.sound(plan.duration()),
                file -> pieces.run(
                        video,
                        FilmCommands.smallSound(pieces.required(mix), file),
                        Pieces.Shape.film(plan.canvas(), plan.frames())));
        return pieces.required(key);
    }

    /** Where to look at a film without decoding its large pictures, as long as its parts are there. */
    StillCommands.Source smallest(FilmPlan plan, ObjectKey mix, Path directory) {
        var film = parts.joined(plan, mix);
        return isWhole(film)
                ? StillCommands.Source.smallVersions(chunkList(film, directory))
                : StillCommands.Source.film(pieces.required(joinedKey(film, mix)));
    }

    /** Parts make room for others when nobody has used them for long; a film that is joined outlives its parts. */
    private boolean isWhole(Sequence film) {
        return film.keys().stream().allMatch(pieces::isThere);
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
