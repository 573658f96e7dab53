package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.VisualStyle;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the film should look and sound. Null means: the default.
 *
 * @param aspect {@code 9:16} (default), {@code 16:9}, {@code 1:1}, {@code 4:5}, {@code 4:3}
 * @param resolution {@code WIDTHxHEIGHT}, even numbers from 144 to 3840; wins over {@code aspect}; default: 1080 on the short side
 * @param fps 24, 25, 30 (default), 50 or 60
 * @param codec {@code h264} (default), {@code hevc}, {@code vp9} or {@code av1}
 * @param quality of the picture; default {@code high}
 * @param includeSubtitles whether captions are burnt in (default true); the sidecar files are always made
 * @param transition between shots; default {@code dissolve}
 * @param music {@code auto} (default), {@code none}, a mood ({@code calm}, {@code upbeat}, {@code dramatic},
 *     {@code dreamy}, {@code happy}, {@code dark}, {@code energetic}, {@code hopeful}), a genre ({@code ambient},
 *     {@code lofi}, {@code corporate}, {@code cinematic}, {@code electronic}, {@code acoustic}), both such as
 *     {@code lofi:calm} or {@code lofi:calm:7} for a piece of the library, or the id of an audio asset
 * @param musicVolume level of the music bed in decibels relative to the default, 0 is the default
 * @param durationTarget wanted length in seconds, default 60, for a given script as long as it takes; no word of a given script
 *     is left out, but its pauses and the pace of its voice may change a little
 * @param optimizationPreset {@code web} (default), {@code tiktok}, {@code youtube_shorts}, {@code reels} or
 *     {@code archive}: codec, container and limits as the platform wants them
 * @param effects on all pictures, in this order; default none
 * @param picture how footage and photos are shown
 * @param captions what captions look like
 * @param sound what is heard besides voice and music
 * @param output how the film is written
 * @param visualStyle what drawn pictures and cards look like; by the brand or the video's seed by default
 * @param brand whose colours and letters drawn pictures and cards have
 */
public record VideoSettings(
        @Nullable @Pattern(regexp = "9:16|16:9|1:1|4:5|4:3", message = "expected one of 9:16, 16:9, 1:1, 4:5, 4:3")
        String aspect,

        @Nullable @Pattern(regexp = "\\d{3,4}x\\d{3,4}", message = "expected WIDTHxHEIGHT, such as 1080x1920")
        String resolution,

        @Nullable Integer fps,

        @Nullable @Pattern(regexp = "h264|hevc|vp9|av1", message = "expected one of h264, hevc, vp9, av1")
        String codec,

        @Nullable Quality quality,
        @Nullable Boolean includeSubtitles,
        @Nullable TransitionStyle transition,
        @Nullable @Size(max = 64) String music,
        @Nullable @DecimalMin("-20") @DecimalMax("12") Double musicVolume,
        @Nullable @Min(5) @Max(600) Integer durationTarget,

        @Nullable
        @Pattern(
                regexp = "web|tiktok|youtube_shorts|reels|archive",
                message = "expected one of web, tiktok, youtube_shorts, reels, archive")
        String optimizationPreset,

        @Nullable @Valid @Size(max = 8) List<@NotNull Effect> effects,
        @Nullable @Valid PictureSettings picture,
        @Nullable @Valid CaptionSettings captions,
        @Nullable @Valid SoundSettings sound,
        @Nullable @Valid OutputSettings output,
        @Nullable VisualStyle visualStyle,
        @Nullable @Valid Brand brand) {

    public static final VideoSettings DEFAULT = new VideoSettings(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public VideoSettings {
        effects = effects == null ? null : Collections.unmodifiableList(new ArrayList<>(effects));
    }

    public VideoSettings withAspect(@Nullable String aspect) {
        return with(draft -> draft.aspect = aspect);
    }

    public VideoSettings withResolution(@Nullable String resolution) {
        return with(draft -> draft.resolution = resolution);
    }

    public VideoSettings withFps(@Nullable Integer fps) {
        return with(draft -> draft.fps = fps);
    }

    public VideoSettings withTransition(@Nullable TransitionStyle transition) {
        return with(draft -> draft.transition = transition);
    }

    public VideoSettings withMusic(@Nullable String music) {
        return with(draft -> draft.music = music);
    }

    public VideoSettings withMusicVolume(@Nullable Double musicVolume) {
        return with(draft -> draft.musicVolume = musicVolume);
    }

    public VideoSettings withDurationTarget(@Nullable Integer durationTarget) {
        return with(draft -> draft.durationTarget = durationTarget);
    }

    public VideoSettings withEffects(@Nullable List<Effect> effects) {
        return with(draft -> draft.effects = effects);
    }

    public VideoSettings withPicture(@Nullable PictureSettings picture) {
        return with(draft -> draft.picture = picture);
    }

    public VideoSettings withCaptions(@Nullable CaptionSettings captions) {
        return with(draft -> draft.captions = captions);
    }

    public VideoSettings withSound(@Nullable SoundSettings sound) {
        return with(draft -> draft.sound = sound);
    }

    public VideoSettings withVisualStyle(@Nullable VisualStyle visualStyle) {
        return with(draft -> draft.visualStyle = visualStyle);
    }

    public VideoSettings withBrand(@Nullable Brand brand) {
        return with(draft -> draft.brand = brand);
    }

    /** With the logo of the brand as watermark, if there is no other one. */
    public VideoSettings withLogo() {
        var before = picture == null ? PictureSettings.DEFAULT : picture;
        return brand == null || brand.logoAssetId() == null || before.watermark() != null
                ? this
                : withPicture(before.withWatermark(new Watermark(brand.logoAssetId(), null, null, null, null)));
    }

    /** How it is written: everything that does not change what is seen or heard. */
    public VideoSettings withEncoding(
            @Nullable String codec,
            @Nullable Quality quality,
            @Nullable String optimizationPreset,
            @Nullable OutputSettings output) {
        return with(draft -> {
            draft.codec = codec;
            draft.quality = quality;
            draft.optimizationPreset = optimizationPreset;
            draft.output = output;
        });
    }

    private VideoSettings with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** Settings while a copy of others is made. */
    private static final class Draft {

        private @Nullable String aspect;
        private @Nullable String resolution;
        private @Nullable Integer fps;
        private @Nullable String codec;
        private @Nullable Quality quality;
        private @Nullable Boolean includeSubtitles;
        private @Nullable TransitionStyle transition;
        private @Nullable String music;
        private @Nullable Double musicVolume;
        private @Nullable Integer durationTarget;
        private @Nullable String optimizationPreset;
        private @Nullable List<Effect> effects;
        private @Nullable PictureSettings picture;
        private @Nullable CaptionSettings captions;
        private @Nullable SoundSettings sound;
        private @Nullable OutputSettings output;
        private @Nullable VisualStyle visualStyle;
        private @Nullable Brand brand;

        Draft(VideoSettings from) {
            aspect = from.aspect;
            resolution = from.resolution;
            fps = from.fps;
            codec = from.codec;
            quality = from.quality;
            includeSubtitles = from.includeSubtitles;
            transition = from.transition;
            music = from.music;
            musicVolume = from.musicVolume;
            durationTarget = from.durationTarget;
            optimizationPreset = from.optimizationPreset;
            effects = from.effects;
            picture = from.picture;
            captions = from.captions;
            sound = from.sound;
            output = from.output;
            visualStyle = from.visualStyle;
            brand = from.brand;
        }

        VideoSettings settings() {
            return new VideoSettings(
                    aspect,
                    resolution,
                    fps,
                    codec,
                    quality,
                    includeSubtitles,
                    transition,
                    music,
                    musicVolume,
                    durationTarget,
                    optimizationPreset,
                    effects,
                    picture,
                    captions,
                    sound,
                    output,
                    visualStyle,
                    brand);
        }
    }
}
