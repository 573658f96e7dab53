package io.moneyprinter.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.audio.CutEffects;
import io.moneyprinter.video.audio.FilmMusic;
import io.moneyprinter.video.audio.MixRequest;
import io.moneyprinter.video.audio.MixTarget;
import io.moneyprinter.video.audio.Mixer;
import io.moneyprinter.video.audio.Music;
import io.moneyprinter.video.audio.Placement;
import io.moneyprinter.video.audio.Runs;
import io.moneyprinter.video.audio.SpeechPace;
import io.moneyprinter.video.card.CardPainter;
import io.moneyprinter.video.device.FilmDevices;
import io.moneyprinter.video.encode.Encoders;
import io.moneyprinter.video.encode.Profile;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.plan.FilmPlanner;
import io.moneyprinter.video.plan.Fitting;
import io.moneyprinter.video.plan.PlanFormat;
import io.moneyprinter.video.plan.TitlePainting;
import io.moneyprinter.video.render.Renderer;
import org.springframework.stereotype.Component;

/** All that films are made with. */
@Component
class Studio {

    private final TitlePainting titles;
    private final SpeechPace pace;
    private final FilmPlanner planner;
    private final Renderer renderer;
    private final Mixer mixer;
    private final SettingsCheck check;

    Studio(
            ObjectStore store,
            DataDirectory home,
            Captioning captioning,
            VideoProperties properties,
            Ffmpeg ffmpeg,
            FilmDevices devices) {
        var cards = new CardPainter(home.root(), store);
        titles = cards;
        pace = new SpeechPace(store);
        planner = new FilmPlanner(
                captioning,
                cards,
                Renderer.version(ffmpeg),
                new PlanFormat(),
                properties.chunkLength(),
                (profile, keys) -> devices.choose(profile, keys, store::exists),
                new FilmMusic(store, ffmpeg.probe(), this::runs));
        renderer = new Renderer(
                store, ffmpeg, captioning, home.directory("work", "video"), Encoders.onProcessor(), devices);
        mixer = new Mixer(store, ffmpeg.probe());
        check = new SettingsCheck(devices, captioning, cards);
    }

    /** What brings the film of a video to its length. */
    Fitting fitting(VideoId video) {
        return new Fitting(titles, (speech, tempo) -> pace.at(speech, tempo, runs(video)));
    }

    private Runs runs(VideoId video) {
        return (command, deadline) -> renderer.run(video, command, deadline);
    }

    FilmPlanner planner() {
        return planner;
    }

    Renderer renderer() {
        return renderer;
    }

    Mixer mixer() {
        return mixer;
    }

    /**
     * What settings come to on this machine.
     *
     * @throws io.moneyprinter.problem.CodedException with all fields at fault
     */
    Profile profile(VideoSettings settings) {
        return check.check(settings);
    }

    /** The sound that a plan asks for. */
    static MixRequest mixRequest(FilmPlan plan) {
        var sound = plan.sound();
        var narration = sound.narration().stream()
                .map(voice -> new Placement(voice.audio(), voice.start(), voice.samples()))
                .toList();
        var music =
                Music.of(sound.music(), sound.file(), plan.title(), sound.seed(), Boolean.TRUE.equals(sound.steady()));
        return new MixRequest(
                narration,
                sound.samples(),
                music,
                sound.musicVolume(),
                new MixTarget(sound.loudness(), sound.truePeak()),
                CutEffects.of(sound.cutEffect(), sound.cutEffectVolume(), sound.cuts()));
    }

    ObjectKey mixKey(FilmPlan plan) {
        return mixer.key(mixRequest(plan));
    }
}
