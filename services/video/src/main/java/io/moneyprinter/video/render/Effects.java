package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Effect;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Effects on the joined pictures of a chunk, in yuv420p. Only grain changes in time, and it depends on the number of
 * the frame in its chunk alone: a chunk looks the same wherever it stands.
 */
final class Effects {

    /** Part of the identity of every chunk that has effects; bumped when they look different. */
    static final String VERSION = "1";

    /** So many frames until the grain is the same again: more than the eye can remember, few enough to keep. */
    private static final int GRAIN_FRAMES = 12;

    /** Grains are this many to the shorter side at most, or they were too fine to be seen on a telephone. */
    private static final int GRAINS = 540;

    private final Chains chains;
    private final Canvas canvas;

    private Effects(Chains chains, Canvas canvas) {
        this.chains = chains;
        this.canvas = canvas;
    }

    /**
     * Adds the effects in their order.
     *
     * @param picture at the size and the rate of the canvas, without gaps
     * @throws CodedException {@link RenderErrorCode#EFFECT_INVALID} for a grade without preset
     */
    static Pad apply(Chains chains, Pad picture, List<Effect> effects, Canvas canvas) {
        var compiler = new Effects(chains, canvas);
        var end = picture;
        for (var effect : effects) {
            var amount = amount(effect);
            if (amount > 0) {
                end = compiler.apply(end, effect, amount);
            }
        }
        return end;
    }

    /**
     * Says what is wrong with a list of effects, before anything is rendered.
     *
     * @throws CodedException {@link RenderErrorCode#EFFECT_INVALID}
     */
    static void check(List<Effect> effects) {
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < effects.size(); i++) {
            var effect = effects.get(i);
            var field = "effects[%d].preset: ".formatted(i);
            var pointer = "/video_settings/effects/%d/preset".formatted(i);
            if (effect.type() == Effect.Type.GRADE && effect.preset() == null) {
                errors.add(new FieldError(pointer, field + "missing (expected: which grade, such as warm)"));
            }
            if (effect.type() != Effect.Type.GRADE && effect.preset() != null) {
                errors.add(new FieldError(
                        pointer,
                        field
                                + "%s (expected: none, as only a grade has one)"
                                        .formatted(effect.preset().name().toLowerCase(Locale.ROOT))));
            }
        }
        if (!errors.isEmpty()) {
            throw new CodedException(
                    RenderErrorCode.EFFECT_INVALID, errors.getFirst().detail(), errors, null, null);
        }
    }

    private static double amount(Effect effect) {
        if (effect.amount() != null) {
            return Math.clamp(effect.amount(), 0, 1);
        }
        return switch (effect.type()) {
            case GRADE -> 0.8;
            case GRAIN -> 0.4;
            case VIGNETTE, SHARPEN, BLUR, FILM_FADE -> 0.5;
        };
    }

    private Pad apply(Pad picture, Effect effect, double amount) {
        return switch (effect.type()) {
            case GRADE -> {
                check(List.of(effect));
                yield effect.preset() == null ? picture : chains.chain(picture, Grade.filters(effect.preset(), amount));
            }
            case VIGNETTE -> vignette(picture, amount);
            case GRAIN -> grain(picture, amount);
            case SHARPEN -> chains.chain(picture, List.of(sharpen(amount)));
            case BLUR -> chains.chain(picture, blur(amount));
            case FILM_FADE -> chains.chain(picture, List.of(filmFade(amount)));
        };
    }

    /** The shade is computed once and laid over every frame: a tenth of what it costs to compute each anew. */
    private Pad vignette(Pad picture, double amount) {
        var black = chains.chain(List.of(), once("black", "yuv420p", canvas.width(), canvas.height()));
        var shade = new ArrayList<>(once("white", "gray", canvas.width(), canvas.height()));
        shade.add(filter("vignette")
                .with("angle", amount * 1.05)
                .with("aspect", "%d/%d".formatted(canvas.width(), canvas.height())));
        shade.add(filter("negate"));
        var alpha = chains.chain(List.of(), shade);
        var mask = new ArrayList<Filter>();
        mask.add(filter("alphamerge"));
        mask.add(filter("format").with("pix_fmts", "yuva420p"));
        mask.addAll(endless(1));
        var laid =
                filter("overlay").with("eval", "init").with("format", "yuv420").with("shortest", 1);
        return chains.chain(List.of(timed(picture), chains.chain(List.of(black, alpha), mask)), List.of(laid));
    }

    /** A ring of frames of soft noise that is entered where the chunk begins. */
    private Pad grain(Pad picture, double amount) {
        var shorter = Math.min(canvas.width(), canvas.height());
        var scale = Math.min(1, (double) GRAINS / shorter);
        var strength = Math.max(1, Math.round(22 * amount));
        var noise = new ArrayList<Filter>();
        noise.add(source("gray", even(canvas.width() * scale), even(canvas.height() * scale)));
        noise.add(filter("format").with("pix_fmts", "yuv420p"));
        noise.add(filter("trim").with("end_frame", GRAIN_FRAMES));
        // One above the middle: what follows rounds down.
        noise.add(filter("lutyuv").with("y", 129));
        noise.add(filter("noise")
                .with("c0_seed", 20_011)
                .with("c0_strength", strength)
                .with("c0_flags", "t"));
        noise.add(filter("scale")
                .with("w", canvas.width())
                .with("h", canvas.height())
                .with("flags", "bicubic"));
        noise.addAll(endless(GRAIN_FRAMES));
        var merged = filter("blend")
                .with("c0_mode", "grainmerge")
                .with("c1_mode", "normal")
                .with("c2_mode", "normal")
                .with("shortest", 1);
        return chains.chain(List.of(timed(picture), chains.chain(List.of(), noise)), List.of(merged));
    }

    /** Brightness only: sharpened colours fringe. Not unsharp, which takes three times as long. */
    private static Filter sharpen(double amount) {
        // The kernel has whole numbers: thousandths.
        var side = Math.round(350 * amount);
        var kernel = "0 %1$d 0 %1$d %2$d %1$d 0 %1$d 0".formatted(-side, 1_000 + 4 * side);
        return filter("convolution")
                .with("0m", kernel)
                .with("0rdiv", 0.001)
                .with("1m", "0 0 0 0 1 0 0 0 0")
                .with("2m", "0 0 0 0 1 0 0 0 0");
    }

    /** On a smaller picture, where a blur costs a third and looks the same. */
    private List<Filter> blur(double amount) {
        var sigma = amount * Math.min(canvas.width(), canvas.height()) / 60.0;
        var part = sigma < 1.5 ? 1 : sigma < 5 ? 2 : 4;
        var blurred = filter("gblur").with("sigma", sigma / part).with("steps", 2);
        if (part == 1) {
            return List.of(blurred);
        }
        return List.of(
                filter("scale")
                        .with("w", even((double) canvas.width() / part))
                        .with("h", even((double) canvas.height() / part))
                        .with("flags", "area"),
                blurred,
                filter("scale")
                        .with("w", canvas.width())
                        .with("h", canvas.height())
                        .with("flags", "bicubic"));
    }

    /** Black becomes grey and white a little less bright. */
    private static Filter filmFade(double amount) {
        var black = 46 * amount;
        var white = 14 * amount;
        var contrast = (219 - black - white) / 219;
        return filter("lutyuv")
                .with("y", String.format(Locale.ROOT, "16%+.2f+(val-16)*%.3f", black, contrast))
                .with("u", String.format(Locale.ROOT, "128+(val-128)*%.3f", 1 - 0.22 * amount))
                .with("v", String.format(Locale.ROOT, "128+(val-128)*%.3f", 1 - 0.22 * amount));
    }

    /** Two streams meet by their times: those of the picture are made to be those of the source beside it. */
    private Pad timed(Pad picture) {
        return chains.chain(
                picture,
                List.of(
                        filter("settb").with("expr", "1/" + canvas.fps()),
                        filter("setpts").with("expr", "N")));
    }

    private List<Filter> once(String color, String pixels, int width, int height) {
        return List.of(
                source(color, width, height),
                filter("format").with("pix_fmts", pixels),
                filter("trim").with("end_frame", 1));
    }

    private List<Filter> endless(int frames) {
        return List.of(
                filter("loop").with("loop", -1).with("size", frames),
                filter("settb").with("expr", "1/" + canvas.fps()),
                filter("setpts").with("expr", "N"));
    }

    private Filter source(String color, int width, int height) {
        return filter("color")
                .with("color", color)
                .with("size", width + "x" + height)
                .with("rate", canvas.fps());
    }

    private static int even(double pixels) {
        return Math.max(2, 2 * (int) Math.round(pixels / 2));
    }
}
