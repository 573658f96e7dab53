package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.video.encode.AudioEncoding;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.render.StillCommands.Size;
import java.nio.file.Path;
import java.time.Duration;

/** Takes short moving pictures and sounds from films. */
public final class Extracts {

    /** To be changed with what an extract looks or sounds like. */
    private static final int VERSION = 1;

    /** The longer side of an animation. */
    private static final int ANIMATION = 480;

    private final Pieces pieces;
    private final Finisher finisher;

    Extracts(Pieces pieces, Finisher finisher) {
        this.pieces = pieces;
        this.finisher = finisher;
    }

    public Rendition gif(VideoId video, FilmPlan plan, ObjectKey mix) {
        return animation(video, plan, mix, "gif", ExtractCommands::gif);
    }

    public Rendition webp(VideoId video, FilmPlan plan, ObjectKey mix) {
        return animation(video, plan, mix, "webp", ExtractCommands::webp);
    }

    /** The sound alone, at the bitrate of the film's where the codec has one. */
    public Rendition sound(VideoId video, FilmPlan plan, ObjectKey mix, AudioEncoding.Codec codec) {
        var encoding = new AudioEncoding(codec, plan.profile().audio().kilobits());
        var extension = switch (codec) {
            case AAC -> "m4a";
            case MP3 -> "mp3";
            case OPUS -> "opus";
            case PCM -> "wav";
        };
        var digest = Digests.of("sound", VERSION, mix, encoding, plan.title());
        var key = new ObjectKey("extracts/" + digest + "." + extension);
        var shape = Pieces.Shape.sound(plan.duration());
        return pieces.once(
                key,
                shape,
                file -> pieces.run(
                        video,
                        ExtractCommands.sound(pieces.required(mix), plan.title(), encoding, file),
                        Pieces.Shape.film(plan.canvas(), plan.frames())));
    }

    private interface Animation {
        FfmpegCommand command(Path film, Size size, Path file);
    }

    private Rendition animation(VideoId video, FilmPlan plan, ObjectKey mix, String extension, Animation animation) {
        var joined = finisher.joinedKey(plan, mix);
        var key = new ObjectKey("extracts/" + Digests.of(extension, VERSION, joined) + "." + extension);
        var size = Size.within(plan.canvas(), ANIMATION);
        var length = plan.duration().compareTo(Duration.ofSeconds(ExtractCommands.SECONDS)) < 0
                ? plan.duration()
                : Duration.ofSeconds(ExtractCommands.SECONDS);
        var frames = Math.round(length.toMillis() * ExtractCommands.FPS / 1_000.0);
        var shape = new Pieces.Shape(size.width(), size.height(), frames, length);
        return pieces.once(
                key,
                shape,
                file -> pieces.run(
                        video,
                        animation.command(pieces.required(joined), size, file),
                        Pieces.Shape.film(plan.canvas(), plan.frames())));
    }
}
