package io.moneyprinter.contracts.video;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How footage and photos are shown. Null means: the default.
 *
 * @param fit default {@code cover}
 * @param focusX with {@code cover}, what stays in the picture: 0 left to 1 right; default 0.5, or as the photo has it
 * @param focusY 0 top to 1 bottom
 * @param background colour beside pictures with {@code contain}, {@code #RRGGBB}; default black
 * @param cameraMove over photos; default {@code auto}
 * @param easing of camera moves; default {@code ease_in_out}
 * @param speed of footage, 0.5 to 2; default 1
 * @param transitionDuration seconds, 0.1 to 2; default a third of a second
 * @param watermark null for none
 * @param intro before the first sentence; null for none
 * @param outro after the last sentence; null for none
 * @param sectionCards whether the headings of the script are shown on cards of their own; default false
 * @param cutOnBeat whether pictures change on a beat of the music where one is near; default false
 */
public record PictureSettings(
        @Nullable Fit fit,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double focusX,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double focusY,

        @Nullable @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "expected #RRGGBB")
        String background,

        @Nullable CameraMove cameraMove,
        @Nullable Easing easing,
        @Nullable @DecimalMin("0.5") @DecimalMax("2") Double speed,
        @Nullable @DecimalMin("0.1") @DecimalMax("2") Double transitionDuration,
        @Nullable @Valid Watermark watermark,
        @Nullable @Valid TitleCard intro,
        @Nullable @Valid TitleCard outro,
        @Nullable Boolean sectionCards,
        @Nullable Boolean cutOnBeat) {

    public static final PictureSettings DEFAULT =
            new PictureSettings(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Cut where sentences begin. */
    public PictureSettings(
            @Nullable Fit fit,
            @Nullable Double focusX,
            @Nullable Double focusY,
            @Nullable String background,
            @Nullable CameraMove cameraMove,
            @Nullable Easing easing,
            @Nullable Double speed,
            @Nullable Double transitionDuration,
            @Nullable Watermark watermark,
            @Nullable TitleCard intro,
            @Nullable TitleCard outro,
            @Nullable Boolean sectionCards) {
        this(
                fit,
                focusX,
                focusY,
                background,
                cameraMove,
                easing,
                speed,
                transitionDuration,
                watermark,
                intro,
                outro,
                sectionCards,
                null);
    }

    public PictureSettings withCutOnBeat(@Nullable Boolean cutOnBeat) {
        return new PictureSettings(
                fit,
                focusX,
                focusY,
                background,
                cameraMove,
                easing,
                speed,
                transitionDuration,
                watermark,
                intro,
                outro,
                sectionCards,
                cutOnBeat);
    }

    public PictureSettings withWatermark(@Nullable Watermark watermark) {
        return new PictureSettings(
                fit,
                focusX,
                focusY,
                background,
                cameraMove,
                easing,
                speed,
                transitionDuration,
                watermark,
                intro,
                outro,
                sectionCards,
                cutOnBeat);
    }
}
