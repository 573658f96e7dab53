package io.moneyprinter.materials.designed;

import io.moneyprinter.contracts.materials.Brand;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual.Entrance;
import io.moneyprinter.contracts.materials.VisualStyle;
import io.moneyprinter.drawing.Design;
import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.Look;
import io.moneyprinter.drawing.Palette;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What all pictures of one video have in common.
 *
 * @param roundness of corners, 0 sharp to 1 round
 */
record Theme(Design design, Motif motif, Motion motion, double roundness, double angle, long seed) {

    /** What the backdrop is patterned with. */
    enum Motif {
        BLOBS,
        ARCS,
        DOTS,
        STRIPES,
        WAVES,
        GRID,
        MESH,
        PAPER
    }

    /**
     * How things come in.
     *
     * @param lines how lines of text do
     * @param move how long one takes
     * @param step how long after another the next one follows
     */
    record Motion(Entrance.Style lines, Duration move, Duration step) {

        private Motion(Entrance.Style lines, int move, int step) {
            this(lines, Duration.ofMillis(move), Duration.ofMillis(step));
        }
    }

    static Theme of(ShotRequest request) {
        return of(request.seed(), request.style(), request.brand());
    }

    /**
     * @param wanted null to let the brand or the seed decide
     * @param brand null for none
     */
    static Theme of(long seed, @Nullable VisualStyle wanted, @Nullable Brand brand) {
        var random = new SplittableRandom(seed);
        var style = wanted == null && brand != null ? brand.style() : wanted;
        var plain = Design.of(random, style == null ? null : Look.valueOf(style.name()));
        var design = brand == null ? plain : branded(plain, brand);
        var motifs = motifs(design.look());
        var motif = motifs.get(random.nextInt(motifs.size()));
        return new Theme(design, motif, motion(design.look()), roundness(design.look()), random.nextDouble(360), seed);
    }

    private static Design branded(Design design, Brand brand) {
        var colors = brand.opaque();
        return (colors.isEmpty() ? design : design.with(Palette.ofBrand(colors)))
                .with(FontFamily.named(brand.headingFont()), FontFamily.named(brand.textFont()));
    }

    private static List<Motif> motifs(Look look) {
        return switch (look) {
            case POSTER -> List.of(Motif.ARCS, Motif.STRIPES, Motif.DOTS);
            case EDITORIAL -> List.of(Motif.PAPER);
            case AURORA -> List.of(Motif.MESH);
            case PLAYFUL -> List.of(Motif.BLOBS, Motif.WAVES, Motif.DOTS);
            case SIGNAL -> List.of(Motif.GRID);
        };
    }

    private static Motion motion(Look look) {
        return switch (look) {
            case POSTER -> new Motion(Entrance.Style.ROLL, 420, 240);
            case EDITORIAL -> new Motion(Entrance.Style.FADE, 700, 420);
            case AURORA -> new Motion(Entrance.Style.RISE, 560, 360);
            case PLAYFUL -> new Motion(Entrance.Style.RISE, 420, 300);
            case SIGNAL -> new Motion(Entrance.Style.SLIDE, 380, 280);
        };
    }

    private static double roundness(Look look) {
        return switch (look) {
            case POSTER -> 0;
            case EDITORIAL -> 0.08;
            case AURORA -> 0.6;
            case PLAYFUL -> 1;
            case SIGNAL -> 0.2;
        };
    }

    Theme inverted() {
        return new Theme(design.with(palette().inverted()), motif, motion, roundness, angle, seed);
    }

    Palette palette() {
        return design.palette();
    }

    /** Random numbers that are the same for the same purpose in the same video. */
    SplittableRandom random(String purpose) {
        return new SplittableRandom(seed * 0x9e3779b97f4a7c15L ^ purpose.hashCode() * 0xc2b2ae3d27d4eb4fL);
    }
}
