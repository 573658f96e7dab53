package io.moneyprinter.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a palette of the colours of a brand. The first one is the ground, and goes lighter or darker only as far as text
 * on it needs; hues stay. Whatever the colours are, ink and accent are readable on all of it.
 */
final class BrandPalette {

    /** Text, to 1; more than the 4.5 of WCAG, since patterns of the backdrop take some of it. */
    private static final double INK = 7.5;

    private static final double ACCENT = 5.5;

    /** How far one end of the ground is from the other. */
    private static final double GRADIENT = 0.07;

    /** Less than this apart, nobody sees that a word stands out. */
    private static final double DISTINCT = 0.12;

    /** A colour that moved further looks like another one. */
    private static final double MOVED = 0.04;

    private static final int STEPS = 200;

    private final Oklch primary;
    private final List<Oklch> others = new ArrayList<>();
    private final boolean dark;
    private final Oklch ink;
    private final Oklch near;

    private BrandPalette(List<Integer> colors) {
        this.primary = Oklch.of(colors.getFirst());
        colors.subList(1, colors.size()).forEach(color -> others.add(Oklch.of(color)));
        var deep = ground(true);
        var pale = ground(false);
        this.dark = primary.lightness() - deep.lightness() <= pale.lightness() - primary.lightness();
        this.ink = ink(dark);
        this.near = dark ? deep : pale;
    }

    /** @param colors opaque, at least one; the first one is to be seen most */
    static Palette of(List<Integer> colors) {
        if (colors.isEmpty()) {
            throw new IllegalArgumentException("colors: none (expected: at least one)");
        }
        return new BrandPalette(colors).palette();
    }

    private Palette palette() {
        var away = dark ? -GRADIENT : GRADIENT;
        var far = near.withLightness(near.lightness() + away);
        var end = near;
        if (Math.abs(far.lightness() - near.lightness()) < GRADIENT / 2) {
            // White gets no lighter, and black no darker.
            end = near.withLightness(near.lightness() - (dark ? -0.18 : 0.05));
        }
        var accent = accent(end);
        return new Palette("brand", far.toColor(), end.toColor(), ink.toColor(), accent.toColor(), second(accent));
    }

    /** The primary colour, as far towards black or white as text on it needs. */
    private Oklch ground(boolean dark) {
        return moved(primary, dark ? -1 : 1, ink(dark), INK);
    }

    private Oklch ink(boolean onDark) {
        return onDark
                ? new Oklch(0.985, Math.min(primary.chroma(), 0.012), primary.hue())
                : new Oklch(0.19, Math.min(primary.chroma(), 0.05), primary.hue());
    }

    /** The first of the other colours that is told from the ink, else a tone of the primary one. */
    private Oklch accent(Oklch ground) {
        for (var other : others) {
            var accent = accent(other, ground);
            if (accent.distance(ink) >= DISTINCT) {
                others.remove(other);
                if (Math.abs(accent.lightness() - other.lightness()) > MOVED) {
                    // As it is, it is for shapes.
                    others.addLast(other);
                }
                return accent;
            }
        }
        return accent(primary, ground);
    }

    private Oklch accent(Oklch color, Oklch ground) {
        return Oklch.of(moved(color, dark ? 1 : -1, ground, ACCENT).toColor());
    }

    /** The primary colour itself, if the ground is another one; else what is left of the others, or a tone of it. */
    private int second(Oklch accent) {
        if (Math.abs(primary.lightness() - near.lightness()) > MOVED) {
            return primary.toColor();
        }
        for (var other : others) {
            if (other.distance(near) >= DISTINCT && other.distance(accent) >= MOVED) {
                return other.toColor();
            }
        }
        return primary.withLightness(primary.lightness() + (dark ? 0.22 : -0.22))
                .toColor();
    }

    /**
     * The nearest one that has the contrast.
     *
     * @param way 1 to get lighter, -1 to get darker
     */
    private static Oklch moved(Oklch color, int way, Oklch against, double contrast) {
        var other = against.toColor();
        var moved = color;
        for (var step = 1; step <= STEPS && Tint.contrast(moved.toColor(), other) < contrast; step++) {
            moved = color.withLightness(color.lightness() + (double) way * step / STEPS);
        }
        return moved;
    }
}
