package io.moneyprinter.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.ffmpeg.Ffmpeg;
import io.moneyprinter.service.home.DataDirectory;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.audio.CutEffects;
import io.moneyprinter.video.audio.MixRequest;
import io.moneyprinter.video.audio.MixTarget;
import io.moneyprinter.video.audio.Mixer;
import io.moneyprinter.video.audio.Music;
import io.moneyprinter.video.audio.Placement;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.plan.FilmPlanner;
import io.moneyprinter.video.plan.PlanFormat;
import io.moneyprinter.video.render.Renderer;
import org.springframework.stereotype.Component;

/** All that films are made with,. */
@Component
class Studio {

    private final FilmPlanner planner;
    private final Renderer renderer;
    private final Mixer mixer;

    Studio(ObjectStore store, DataDirectory home, Captioning captioning, VideoProperties properties, Ffmpeg ffmpeg) {
        planner = new FilmPlanner(captioning, Renderer.version(ffmpeg), new PlanFormat(), properties.chunkLength());
        renderer = new Renderer(store, ffmpeg, captioning, home.directory("work", "video"));
        mixer = new Mixer(store, ffmpeg.probe());
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

    /** The sound that a plan asks for. */
    static MixRequest mixRequest(FilmPlan plan) {
        var sound = plan.sound();
        var narration = sound.narration().stream()
                .map(voice -> new Placement(voice.audio(), voice.start(), voice.samples()))
                .toList();
        var music = Music.of(sound.music(), sound.file(), plan.title(), sound.seed());
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
