package io.moneyprinter.contracts.materials;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of an asset, apart from what its owner says of it.
 *
 * @param orientation null for what is not seen
 * @param colours those that cover most, most first; at most three
 * @param brightness 0 black to 1 white, on average; null for what is not seen
 * @param motion 0 nothing moves to 1 everything does; null for what is no video
 * @param scenes between cuts, in order; empty for what is no video
 * @param freeArea where words can be read; null where nowhere is calm enough, and for what is not seen
 * @param audible whether there is sound
 * @param tags the same as words, such as {@code portrait}, {@code blue}, {@code dark}, {@code calm}, {@code silent}
 * @param sound of what is only heard; null for what is seen or read
 */
public record AssetTraits(
        @Nullable Orientation orientation,
        List<Colour> colours,
        @Nullable Double brightness,
        @Nullable Double motion,
        List<Scene> scenes,
        @Nullable FreeArea freeArea,
        boolean audible,
        List<String> tags,
        @Nullable SoundTraits sound) {

    /** Of what is seen or read. */
    public AssetTraits(
            @Nullable Orientation orientation,
            List<Colour> colours,
            @Nullable Double brightness,
            @Nullable Double motion,
            List<Scene> scenes,
            @Nullable FreeArea freeArea,
            boolean audible,
            List<String> tags) {
        this(orientation, colours, brightness, motion, scenes, freeArea, audible, tags, null);
    }

    /** Of what is only heard. */
    public static AssetTraits heard(List<String> tags, SoundTraits sound) {
        return new AssetTraits(null, List.of(), null, null, List.of(), null, true, tags, sound);
    }

    public AssetTraits {
        colours = List.copyOf(colours);
        scenes = List.copyOf(scenes);
        tags = List.copyOf(tags);
    }

    /** How a picture stands. */
    public enum Orientation {
        @JsonProperty("landscape")
        LANDSCAPE,
        @JsonProperty("portrait")
        PORTRAIT,
        @JsonProperty("square")
        SQUARE;

        public static Orientation of(int width, int height) {
            return width > height ? LANDSCAPE : width < height ? PORTRAIT : SQUARE;
        }
    }

    /**
     * A colour and how much of the picture it covers.
     *
     * @param name such as {@code blue}
     * @param hex the average of what has that name, {@code #rrggbb}
     * @param share 0..1
     */
    public record Colour(String name, String hex, double share) {}

    /**
     * What is seen between two cuts.
     *
     * @param start seconds
     * @param end seconds
     * @param motion as of the whole
     */
    public record Scene(double start, double end, double motion) {}

    /** A third of the picture, from top to bottom. */
    public enum FreeArea {
        @JsonProperty("top")
        TOP,
        @JsonProperty("middle")
        MIDDLE,
        @JsonProperty("bottom")
        BOTTOM
    }
}
