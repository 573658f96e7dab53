package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.contracts.video.Canvas;
import io.moneyprinter.contracts.video.Effect;
import io.moneyprinter.contracts.video.Effect.Grade;
import io.moneyprinter.contracts.video.Effect.Type;
import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.problem.CodedException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EffectsTests {

    private static final Canvas CANVAS = new Canvas(180, 320, 30);

    @TempDir
    Path work;

    @Test
    void addsNothingForAnAmountOfNone() {
        var chains = new Chains();
        var picture = chains.chain(List.of(), colored("red"));

        var end = Effects.apply(chains, picture, List.of(effect(Type.BLUR, null, 0.0)), CANVAS);

        assertThat(end).isEqualTo(picture);
    }

    @Test
    void warmsAndCoolsGrey() {
        var warm = shown("gray", effect(Type.GRADE, Grade.WARM, 1.0)).color(0, 90, 160);
        var cool = shown("gray", effect(Type.GRADE, Grade.COOL, 1.0)).color(0, 90, 160);

        assertThat(warm[0] - warm[2]).isGreaterThan(25);
        assertThat(cool[2] - cool[0]).isGreaterThan(25);
    }

    @Test
    void makesColoursStrongerOrQuieter() {
        var plain = saturation(shown("0x906060"));

        assertThat(saturation(shown("0x906060", effect(Type.GRADE, Grade.VIVID, 1.0))))
                .isGreaterThan(plain + 15);
        assertThat(saturation(shown("0x906060", effect(Type.GRADE, Grade.MUTED, 1.0))))
                .isLessThan(plain - 15);
    }

    @ParameterizedTest
    @EnumSource(names = {"MONO", "NOIR"})
    void takesAllColourAway(Grade grade) {
        assertThat(saturation(shown("0x904020", effect(Type.GRADE, grade, 1.0))))
                .isLessThan(5);
    }

    @Test
    void tonesInSepia() {
        var color = shown("0x4060a0", effect(Type.GRADE, Grade.SEPIA, 1.0)).color(0, 90, 160);

        assertThat(color[0]).isGreaterThan(color[1]);
        assertThat(color[1]).isGreaterThan(color[2]);
    }

    @Test
    void drawsColoursTowardsTealAndOrange() {
        var blue = shown("0x3050b0", effect(Type.GRADE, Grade.TEAL_ORANGE, 1.0)).color(0, 90, 160);
        var skin = shown("0xc09070", effect(Type.GRADE, Grade.TEAL_ORANGE, 1.0)).color(0, 90, 160);

        // Teal: green and blue about alike and far above red.
        assertThat(Math.min(blue[1], blue[2]) - blue[0]).isGreaterThan(30);
        assertThat(blue[2] - blue[1]).isLessThan(0xb0 - 0x50 - 5);
        assertThat(skin[0] - skin[2]).isGreaterThan(0xc0 - 0x70);
    }

    @ParameterizedTest
    @EnumSource
    void scalesGradesByTheirAmount(Grade grade) {
        var plain = shown("0x805030").color(0, 90, 160);
        var weak = shown("0x805030", effect(Type.GRADE, grade, 0.3)).color(0, 90, 160);
        var strong = shown("0x805030", effect(Type.GRADE, grade, 1.0)).color(0, 90, 160);

        assertThat(distance(plain, weak)).isPositive().isLessThan(distance(plain, strong));
    }

    @Test
    void darkensCornersButNotTheMiddle() {
        var frame = shown("0xc0c0c0", effect(Type.VIGNETTE, null, 0.6));

        assertThat(frame.red(0, 90, 160)).isCloseTo(0xc0, within(3));
        assertThat(frame.red(0, 2, 2)).isLessThan(0x90);
        assertThat(frame.red(0, 177, 317)).isCloseTo(frame.red(0, 2, 2), within(4));
        assertThat(frame.count()).isEqualTo(3);
    }

    @Test
    void keepsBlackBlackUnderAVignette() {
        assertThat(shown("black", effect(Type.VIGNETTE, null, 1.0)).mean(0)).isLessThan(2);
    }

    @Test
    void grainMovesButKeepsTheBrightness() {
        var frames = shown("0x808080", effect(Type.GRAIN, null, 1.0));

        assertThat(frames.mean(0)).isCloseTo(0x80, within(2.0));
        assertThat(frames.spread(0)).isBetween(4.0, 20.0);
        assertThat(frames.frame(0)).isNotEqualTo(frames.frame(1));
    }

    @Test
    void hasTheSameGrainInEveryChunk() {
        var grain = List.of(effect(Type.GRAIN, null, 0.5));

        var one = shown(colored("0x808080", 20), grain);
        var other = shown(colored("0x808080", 5), grain);

        assertThat(other.frame(0)).isEqualTo(one.frame(0));
        assertThat(other.frame(4)).isEqualTo(one.frame(4));
        assertThat(one.frame(13)).as("after all of the grain was seen").isEqualTo(one.frame(1));
    }

    @Test
    void sharpensAndBlursEdges() {
        var plain = shown(pattern(), List.of()).detail(0);

        assertThat(shown(pattern(), List.of(effect(Type.SHARPEN, null, 1.0))).detail(0))
                .isGreaterThan(plain * 1.15);
        assertThat(shown(pattern(), List.of(effect(Type.BLUR, null, 0.4))).detail(0))
                .isLessThan(plain * 0.95);
        assertThat(shown(pattern(), List.of(effect(Type.BLUR, null, 1.0))).detail(0))
                .isLessThan(plain * 0.7);
    }

    @Test
    void sharpeningLeavesEvenAreasAlone() {
        var color = shown("0x406080", effect(Type.SHARPEN, null, 1.0)).color(0, 90, 160);

        assertThat(distance(color, new int[] {0x40, 0x60, 0x80})).isLessThan(8);
    }

    @Test
    void liftsBlacksAndLowersWhitesInAFilmFade() {
        assertThat(shown("black", effect(Type.FILM_FADE, null, 1.0)).mean(0)).isBetween(35.0, 65.0);
        assertThat(shown("white", effect(Type.FILM_FADE, null, 1.0)).mean(0)).isBetween(225.0, 245.0);
    }

    @Test
    void takesEffectsInTheirOrder() {
        var fade = effect(Type.FILM_FADE, null, 1.0);
        var noir = effect(Type.GRADE, Grade.NOIR, 1.0);

        // Contrast after the fade makes the lifted black dark again.
        assertThat(shown("black", fade, noir).mean(0))
                .isLessThan(shown("black", noir, fade).mean(0) - 15);
    }

    @Test
    void keepsTheNumberOfFramesUnderEveryEffect() {
        var all = List.of(
                effect(Type.GRADE, Grade.TEAL_ORANGE, null),
                effect(Type.VIGNETTE, null, null),
                effect(Type.GRAIN, null, null),
                effect(Type.SHARPEN, null, null),
                effect(Type.BLUR, null, null),
                effect(Type.FILM_FADE, null, null));

        assertThat(shown(pattern(), all).count()).isEqualTo(3);
    }

    @Test
    void refusesAGradeWithoutPresetAndAPresetWithoutGrade() {
        assertThatThrownBy(() -> Effects.check(List.of(effect(Type.GRADE, null, 0.5))))
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.code()).isEqualTo(RenderErrorCode.EFFECT_INVALID))
                .hasMessageContaining("effects[0].preset: missing");
        assertThatThrownBy(() -> Effects.check(List.of(effect(Type.BLUR, Grade.WARM, 0.5))))
                .hasMessageContaining("effects[0].preset: warm (expected: none");
    }

    private static Effect effect(Type type, @Nullable Grade grade, @Nullable Double amount) {
        return new Effect(type, grade, amount);
    }

    private Pixels shown(String color, Effect... effects) {
        return shown(colored(color), List.of(effects));
    }

    private Pixels shown(List<Filter> source, List<Effect> effects) {
        var chains = new Chains();
        var end = Effects.apply(chains, chains.chain(List.of(), source), effects, CANVAS);
        return Pixels.of(chains, end, CANVAS.width(), CANVAS.height(), work);
    }

    private static List<Filter> colored(String color) {
        return colored(color, 3);
    }

    private static List<Filter> colored(String color, int frames) {
        return converted(filter("color").with("color", color), frames);
    }

    private static List<Filter> pattern() {
        return converted(filter("testsrc2"), 3);
    }

    private static List<Filter> converted(Filter source, int frames) {
        return List.of(
                source.with("size", "180x320").with("rate", 30),
                filter("trim").with("end_frame", frames),
                filter("format").with("pix_fmts", "gbrp"),
                filter("scale").with("out_color_matrix", "bt709").with("out_range", "tv"),
                filter("format").with("pix_fmts", "yuv420p"));
    }

    private static int saturation(Pixels pixels) {
        var color = pixels.color(0, 90, 160);
        return Math.max(color[0], Math.max(color[1], color[2])) - Math.min(color[0], Math.min(color[1], color[2]));
    }

    private static double distance(int[] one, int[] other) {
        return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
    }
}
