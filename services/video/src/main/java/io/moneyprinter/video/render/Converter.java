package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.OutputSettings.Device;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.video.check.Coding;
import io.moneyprinter.video.check.Wish;
import io.moneyprinter.video.device.EncoderChoice;
import io.moneyprinter.video.device.FilmDevices;
import io.moneyprinter.video.encode.EncodeErrorCode;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.encode.Profile;
import io.moneyprinter.video.plan.FilmPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes films in other ways, chunk by chunk, as many at a time as FFmpeg has turns. A chunk is a pure function of its
 * plan: another codec or quality is rendered from the plan and not from what was encoded before, so nothing is lost
 * twice. Only a smaller picture is made from the encoded chunks, as the plan knows no other canvas than its own.
 */
public final class Converter {

    /** To be changed with what scaled chunks look like. */
    private static final int VERSION = 1;

    private final Pieces pieces;
    private final Finisher finisher;
    private final Encoders encoders;
    private final FilmParts parts;
    private final FilmDevices devices;
    private final Chunks chunks;

    /** Renders a chunk of a plan. */
    interface Chunks {
        Rendition render(VideoId video, FilmPlan plan, int index);
    }

    Converter(
            Pieces pieces, Finisher finisher, Encoders encoders, FilmParts parts, FilmDevices devices, Chunks chunks) {
        this.pieces = pieces;
        this.finisher = finisher;
        this.encoders = encoders;
        this.parts = parts;
        this.devices = devices;
        this.chunks = chunks;
    }

    /**
     * How the film would be written.
     *
     * @throws CodedException as {@link #convert} does
     */
    public Profile profile(FilmPlan plan, ConversionSettings settings) {
        return profile(plan, canvas(settings, plan.canvas()), settings);
    }

    /** @throws CodedException of {@link EncodeErrorCode}, with the field at fault, before any work is done */
    public Rendition convert(VideoId video, FilmPlan plan, ObjectKey mix, ConversionSettings settings) {
        var canvas = canvas(settings, plan.canvas());
        var profile = profile(plan, canvas, settings);
        return canvas.equals(plan.canvas())
                ? rewritten(video, plan.withProfile(profile), mix)
                : scaled(video, plan, mix, canvas, profile);
    }

    private Rendition rewritten(VideoId video, FilmPlan other, ObjectKey mix) {
        var plan = other.by(devices.choose(other.profile(), other.processorKeys(), pieces::isThere));
        if (!finisher.isFinished(plan, mix)) {
            var keys = parts.wanted(plan).keys();
            Parallel.run(indices(plan), index -> {
                if (!pieces.isThere(keys.get(index))) {
                    chunks.render(video, plan, index);
                }
            });
            finisher.join(video, plan, mix);
        }
        return finisher.optimise(video, plan, mix);
    }

    /** Encoded by the processor, which has to scale as well. */
    private Rendition scaled(VideoId video, FilmPlan plan, ObjectKey mix, Canvas canvas, Profile profile) {
        var source = parts.wanted(plan);
        var film = scaled(plan, source, canvas, profile);
        if (!finisher.isFinished(film, mix)) {
            Parallel.run(indices(plan), index -> {
                if (!pieces.isThere(film.parts().get(index).key())) {
                    var made = chunks.render(video, plan, index);
                    // When the device is lost meanwhile, what follows is made anew from other chunks, see below.
                    if (made.key().equals(source.keys().get(index))) {
                        scale(video, source, film, index);
                    }
                }
            });
            if (!parts.wanted(plan).keys().equals(source.keys())) {
                return scaled(video, plan, mix, canvas, profile);
            }
            finisher.join(video, film, mix);
        }
        var finished = finisher.optimise(video, film, mix);
        var note = profile.device() == Device.GPU ? EncoderChoice.onProcessor("it scales the pictures") : null;
        return finished.encodedBy(encoders.pick(profile).name(), note);
    }

    private static List<Integer> indices(FilmPlan plan) {
        return IntStream.range(0, plan.chunks().size()).boxed().toList();
    }

    private Profile profile(FilmPlan plan, Canvas canvas, ConversionSettings settings) {
        try {
            var profile = plan.profile().with(settings, canvas, plan.duration());
            if (settings.output() != null && settings.output().device() == Device.GPU) {
                devices.require(profile);
            }
            return profile;
        } catch (CodedException refused) {
            // The fields of a conversion are those of the video's settings, one level higher.
            var errors = refused.errors().stream()
                    .map(error -> new FieldError(error.pointer().replace("/video_settings", ""), error.detail()))
                    .toList();
            throw new CodedException(refused.code(), String.valueOf(refused.getMessage()), errors, null, refused);
        }
    }

    /** The parts of the film on a smaller canvas; every so-manieth frame of the whole film is kept. */
    private static Sequence scaled(FilmPlan plan, Sequence source, Canvas canvas, Profile profile) {
        var step = plan.canvas().fps() / canvas.fps();
        var parts = new ArrayList<Sequence.Part>();
        for (var chunk : source.parts()) {
            var first = Math.ceilDiv(chunk.firstFrame(), (long) step);
            var end = Math.ceilDiv(chunk.endFrame(), (long) step);
            var look = Digests.of("scaled", VERSION, chunk.key(), canvas, chunk.firstFrame() % step);
            parts.add(new Sequence.Part(profile.chunk(look), first, end - first));
        }
        var frames = parts.getLast().endFrame();
        var wish = Wish.of(plan).as(Coding.of(profile)).on(canvas, frames);
        return new Sequence(plan.title(), canvas, profile, parts, wish);
    }

    private void scale(VideoId video, Sequence source, Sequence film, int index) {
        var chunk = source.parts().get(index);
        var part = film.parts().get(index);
        var step = source.canvas().fps() / film.canvas().fps();
        var encoding = encoders.settings(film.profile(), film.canvas());
        pieces.once(part.key(), Pieces.Shape.film(film.canvas(), part.frames()), file -> {
            var command = FilmCommands.scale(
                    pieces.required(chunk.key()),
                    film.canvas(),
                    step,
                    Math.floorMod(-chunk.firstFrame(), step),
                    encoding,
                    file);
            pieces.run(video, command, Pieces.Shape.film(source.canvas(), chunk.frames()));
            pieces.checkFrames(file, part.frames());
        });
    }

    private static Canvas canvas(ConversionSettings settings, Canvas film) {
        var fps = settings.fps() == null ? film.fps() : settings.fps();
        if (fps < 24 || fps > film.fps() || film.fps() % fps != 0) {
            throw impossible("fps", fps, film.fps() < 48 ? "" + film.fps() : film.fps() / 2 + " or " + film.fps());
        }
        var resolution = settings.resolution();
        if (resolution == null) {
            return new Canvas(film.width(), film.height(), fps);
        }
        var cross = resolution.indexOf('x');
        var width = Integer.parseInt(resolution.substring(0, cross));
        var height = Integer.parseInt(resolution.substring(cross + 1));
        var fitting = 2 * Math.round(width * (double) film.height() / film.width() / 2);
        if (width % 2 != 0 || width < 144 || width > film.width() || Math.abs(height - fitting) > 2 || height < 144) {
            throw impossible(
                    "resolution",
                    resolution,
                    "even numbers from 144 up to %dx%d in that proportion".formatted(film.width(), film.height()));
        }
        return new Canvas(width, height, fps);
    }

    private static CodedException impossible(String field, Object found, String expected) {
        return CodedException.ofField(
                EncodeErrorCode.CONVERSION_IMPOSSIBLE,
                "/" + field,
                "%s: %s (expected: %s)".formatted(field, found, expected));
    }
}
