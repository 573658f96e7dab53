package io.moneyprinter.video.plan;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.MusicChoice;
import io.moneyprinter.contracts.video.NarrationWords;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.SoundSettings.CutEffect;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.Clip;
import io.moneyprinter.timeline.Composable;
import io.moneyprinter.timeline.FrameRate;
import io.moneyprinter.timeline.Gap;
import io.moneyprinter.timeline.MediaReference;
import io.moneyprinter.timeline.RationalTime;
import io.moneyprinter.timeline.TimeRange;
import io.moneyprinter.timeline.Timeline;
import io.moneyprinter.timeline.Track;
import io.moneyprinter.timeline.Transition;
import io.moneyprinter.video.device.EncoderChoice;
import io.moneyprinter.video.encode.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a request into a plan. */
public final class FilmPlanner {

    private final Captioning captioning;
    private final TitlePainting titles;
    private final String renderer;
    private final PlanFormat format;
    private final Duration chunkLength;
    private final Encoding encoding;
    private final Soundtrack soundtrack;

    /** Decides what encodes a film, when it is known which chunks it has. */
    public interface Encoding {

        /** Whatever is wanted, the processor does it. */
        Encoding ON_PROCESSOR = (profile, keys) -> EncoderChoice.CPU;

        /** @param processorKeys where the chunks are when the processor encodes them */
        EncoderChoice choose(Profile profile, List<ObjectKey> processorKeys);
    }

    /**
     * @param renderer names the version of everything that turns a chunk's plan into its file
     * @param chunkLength about how long a chunk is; the longest are twice as long
     */
    public FilmPlanner(
            Captioning captioning,
            TitlePainting titles,
            String renderer,
            PlanFormat format,
            Duration chunkLength,
            Encoding encoding,
            Soundtrack soundtrack) {
        this.soundtrack = soundtrack;
        this.encoding = encoding;
        this.chunkLength = chunkLength;
        this.titles = titles;
        this.captioning = captioning;
        this.renderer = renderer;
        this.format = format;
    }

    /** Of films whose music nobody has to think about. */
    public FilmPlanner(
            Captioning captioning,
            TitlePainting titles,
            String renderer,
            PlanFormat format,
            Duration chunkLength,
            Encoding encoding) {
        this(captioning, titles, renderer, format, chunkLength, encoding, Soundtrack.AS_ASKED);
    }

    /** A plan with the captions and the words of the whole film. */
    public record Planned(FilmPlan plan, CaptionTrack captions, NarrationWords words, MusicChoice music) {}

    public Planned plan(PlanRequest request) {
        var music = soundtrack.choose(request);
        var onBeat = cutsOnBeat(request);
        var film = FilmTimeline.of(
                request, captioning, titles, samples -> onBeat ? soundtrack.beats(request, music, samples) : List.of());
        var timeline = film.timeline();
        var captions = timeline.captions().getFirst();
        var settings = request.settings();
        var profile = Profile.of(settings, request.canvas(), timeline.duration().toDuration());
        var burnt = request.seen() && (settings.includeSubtitles() == null || settings.includeSubtitles());

        var captionSettings = CaptionSettings.orDefault(settings.captions()).withoutSubtitles();
        var shown = burnt ? captioning.shown(captions, captionSettings) : null;

        var chunks = new ArrayList<ChunkPlan>();
        for (var cut : request.seen() ? ChunkCutter.cut(film, chunkLength) : List.<ChunkCutter.Cut>of()) {
            chunks.add(chunk(chunks.size(), cut, shown, request, profile));
        }
        var plan = new FilmPlan(
                request.title(),
                request.language(),
                request.canvas(),
                profile,
                captionSettings,
                timeline.duration().value(),
                chunks,
                sound(request, timeline, music, onBeat),
                null,
                null);
        var encoded = request.seen() ? plan.by(encoding.choose(profile, plan.processorKeys())) : plan;
        return new Planned(
                encoded,
                captions,
                SpokenWords.of(request.language(), film.utterances()),
                music.withBpm(soundtrack.tempo(music, onBeat, plan.sound().samples())));
    }

    private ChunkPlan chunk(
            int index, ChunkCutter.Cut cut, @Nullable CaptionTrack burnt, PlanRequest request, Profile profile) {
        var captions = burnt == null ? List.<CueSlice>of() : slices(burnt, cut);
        var captionLook = captions.isEmpty() ? "" : captionLook(request);
        var look = look(request);
        var digest = Digests.of(
                "chunk",
                renderer,
                captionLook,
                format.write(request.canvas()),
                format.write(cut.views()),
                format.write(cut.segments()),
                format.write(look),
                format.write(captions));
        var key = profile.chunk(digest);
        return new ChunkPlan(index, cut.firstFrame(), cut.frames(), cut.views(), cut.segments(), look, captions, key);
    }

    private static Look look(PlanRequest request) {
        var settings = request.settings();
        var watermark = settings.picture() == null ? null : settings.picture().watermark();
        var image = request.files().watermark();
        return new Look(
                settings.effects() == null ? List.of() : settings.effects(),
                watermark == null || image == null ? null : new Look.Logo(image, watermark));
    }

    private String captionLook(PlanRequest request) {
        var settings = CaptionSettings.orDefault(request.settings().captions()).withoutSubtitles();
        return captioning.version() + captioning.look(request.canvas(), settings) + request.language();
    }

    private static List<CueSlice> slices(CaptionTrack track, ChunkCutter.Cut cut) {
        return track.cues().stream()
                .filter(cue -> cue.range()
                        .overlaps(TimeRange.of(
                                cut.firstFrame(),
                                cut.frames(),
                                cue.range().start().rate())))
                .map(cue -> CueSlice.of(cue, cut.firstFrame()))
                .toList();
    }

    private static boolean cutsOnBeat(PlanRequest request) {
        var picture = request.settings().picture();
        return request.seen() && picture != null && Boolean.TRUE.equals(picture.cutOnBeat());
    }

    private static SoundPlan sound(PlanRequest request, Timeline timeline, MusicChoice music, boolean steady) {
        var settings = request.settings();
        var sound = Objects.requireNonNullElse(settings.sound(), SoundSettings.DEFAULT);
        var effect = Objects.requireNonNullElse(sound.cutEffect(), CutEffect.NONE);
        return new SoundPlan(
                FilmTimeline.SAMPLE_RATE,
                samples(timeline.duration()),
                narration(timeline.sounds().getFirst().children()),
                music.music(),
                steady,
                request.music(),
                settings.musicVolume() == null ? 0 : settings.musicVolume(),
                request.seed(),
                Objects.requireNonNullElse(sound.loudness(), SoundSettings.USUAL_LOUDNESS),
                Objects.requireNonNullElse(sound.truePeak(), SoundSettings.USUAL_TRUE_PEAK),
                effect,
                Objects.requireNonNullElse(sound.cutEffectVolume(), 0.0),
                effect == CutEffect.NONE ? List.of() : cuts(timeline.pictures().getFirst(), timeline.rate()));
    }

    /** Where every picture but the first begins. */
    private static List<Long> cuts(Track pictures, FrameRate rate) {
        var cuts = new ArrayList<Long>();
        var at = RationalTime.zero(rate);
        for (var picture : pictures.items()) {
            if (!at.isZero()) {
                cuts.add(samples(at));
            }
            at = at.plus(picture.duration());
        }
        return cuts;
    }

    private static long samples(RationalTime frames) {
        return frames.value()
                * FilmTimeline.SAMPLE_RATE
                * frames.rate().denominator()
                / frames.rate().numerator();
    }

    private static List<Narration> narration(List<Composable> children) {
        var narration = new ArrayList<Narration>();
        var at = 0L;
        for (var child : children) {
            switch (child) {
                case Clip clip
                when clip.media() instanceof MediaReference.External voice -> {
                    var samples = clip.duration().value();
                    narration.add(new Narration(new ObjectKey(voice.key()), at, samples));
                    at += samples;
                }
                case Clip clip -> at += clip.duration().value();
                case Gap gap -> at += gap.duration().value();
                case Transition transition ->
                    throw new IllegalArgumentException(
                            "narration: %s (expected: clips and gaps)".formatted(transition));
            }
        }
        return List.copyOf(narration);
    }
}
