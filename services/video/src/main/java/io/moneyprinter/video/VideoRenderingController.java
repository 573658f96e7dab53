package io.moneyprinter.video;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.video.ChunkRequest;
import io.moneyprinter.contracts.video.ConversionRequest;
import io.moneyprinter.contracts.video.ExtractRequest;
import io.moneyprinter.contracts.video.Mix;
import io.moneyprinter.contracts.video.OutputProfile;
import io.moneyprinter.contracts.video.PieceRequest;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.RenderPlan;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.contracts.video.ShownTexts;
import io.moneyprinter.contracts.video.VideoRendering;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.video.encode.AudioEncoding;
import io.moneyprinter.video.encode.Profile;
import io.moneyprinter.video.plan.Captioning;
import io.moneyprinter.video.plan.FilmPlan;
import io.moneyprinter.video.plan.PlanFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** The contract of the video service. */
@RestController
class VideoRenderingController implements VideoRendering {

    private final Studio studio;
    private final ObjectStore store;
    private final Captioning captioning;
    private final PlanFormat format = new PlanFormat();

    VideoRenderingController(Studio studio, ObjectStore store, Captioning captioning) {
        this.studio = studio;
        this.store = store;
        this.captioning = captioning;
    }

    @Override
    public RenderPlan plan(PlanRequest request) {
        var fitted = studio.fitting(request.videoId()).fit(request);
        var planned = studio.planner().plan(fitted.request());
        var plan = planned.plan();
        // Refused here and not when the pictures are long rendered.
        Studio.mixRequest(plan);
        var keys = plan.keys();
        var chunks = plan.chunks().stream()
                .map(chunk -> new RenderPlan.Chunk(
                        chunk.index(),
                        chunk.firstFrame(),
                        chunk.frames(),
                        keys.get(chunk.index()),
                        chunk.key().value()))
                .toList();
        return new RenderPlan(
                put("plans", format.write(plan), "json"),
                plan.frames(),
                plan.duration(),
                chunks,
                put("captions", captioning.srt(planned.captions()), "srt"),
                put("captions", captioning.vtt(planned.captions()), "vtt"),
                put("captions", captioning.ass(planned.captions(), plan.canvas(), plan.captions()), "ass"),
                put("captions", format.write(planned.words()), "json"),
                fitted.pacing(),
                planned.music());
    }

    @Override
    public Rendition chunk(ChunkRequest request) {
        return studio.renderer().chunk(request.videoId(), read(request.plan()), request.index());
    }

    @Override
    public Mix mix(PieceRequest request) {
        var wanted = Studio.mixRequest(read(request.plan()));
        var renderer = studio.renderer();
        return studio.mixer().mix(wanted, (command, deadline) -> renderer.run(request.videoId(), command, deadline));
    }

    @Override
    public Rendition join(PieceRequest request) {
        var plan = read(request.plan());
        return studio.renderer().finisher().join(request.videoId(), plan, studio.mixKey(plan));
    }

    @Override
    public Rendition optimise(PieceRequest request) {
        var plan = read(request.plan());
        return studio.renderer().finisher().optimise(request.videoId(), plan, studio.mixKey(plan));
    }

    @Override
    public Rendition thumbnail(PieceRequest request) {
        var plan = read(request.plan());
        return studio.renderer().posters().poster(request.videoId(), plan, studio.mixKey(plan));
    }

    @Override
    public Rendition preview(PieceRequest request) {
        var plan = read(request.plan());
        return studio.renderer().finisher().preview(request.videoId(), plan, studio.mixKey(plan));
    }

    @Override
    public OutputProfile profile(VideoSettings settings) {
        return output(studio.profile(settings));
    }

    private static OutputProfile output(Profile profile) {
        return new OutputProfile(profile.codec().id(), profile.container(), profile.mimeType());
    }

    @Override
    public List<String> undrawable(ShownTexts texts) {
        return captioning.undrawable(texts.texts());
    }

    @Override
    public Rendition extract(ExtractRequest request) {
        var plan = read(request.plan());
        var mix = studio.mixKey(plan);
        var video = request.videoId();
        var extracts = studio.renderer().extracts();
        return switch (request.extract()) {
            case CONTACT_SHEET -> studio.renderer().posters().contactSheet(video, plan, mix);
            case GIF -> extracts.gif(video, plan, mix);
            case WEBP -> extracts.webp(video, plan, mix);
            case M4A -> extracts.sound(video, plan, mix, AudioEncoding.Codec.AAC);
            case MP3 -> extracts.sound(video, plan, mix, AudioEncoding.Codec.MP3);
            case OPUS -> extracts.sound(video, plan, mix, AudioEncoding.Codec.OPUS);
            case WAV -> extracts.sound(video, plan, mix, AudioEncoding.Codec.PCM);
        };
    }

    @Override
    public Rendition convert(ConversionRequest request) {
        var plan = read(request.plan());
        var mix = studio.mixKey(plan);
        return studio.renderer().converter().convert(request.videoId(), plan, mix, request.settings());
    }

    @Override
    public OutputProfile conversion(ConversionRequest request) {
        return output(studio.renderer().converter().profile(read(request.plan()), request.settings()));
    }

    @Override
    public void cancel(VideoId videoId) {
        studio.renderer().cancel(videoId);
    }

    private ObjectKey put(String namespace, String text, String extension) {
        var key = new ObjectKey("%s/%s.%s".formatted(namespace, Digests.of(text), extension));
        if (!store.exists(key)) {
            store.put(key, text.getBytes(StandardCharsets.UTF_8));
        }
        return key;
    }

    private FilmPlan read(ObjectKey plan) {
        try {
            return format.read(Files.readAllBytes(store.file(plan)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + plan, e);
        }
    }
}
