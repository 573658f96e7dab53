package io.moneyprinter.video.render;

import static io.moneyprinter.ffmpeg.Filter.filter;

import io.moneyprinter.ffmpeg.Filter;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.SourcePictures;
import io.moneyprinter.video.source.SourceFacts;
import java.util.List;
import java.util.Locale;

/**
 * What an unusual source needs on its way to the canvas, and nothing for a usual one. FFmpeg itself turns rotated
 * pictures upright, and the scaler that every picture passes through takes care of depth, full range, grey, palettes
 * and halved or whole colours.
 */
final class Normalising {

    /** Part of the identity of every chunk that shows an unusual source. */
    static final String VERSION = "1";

    private Normalising() {}

    /** Options of the input. */
    static List<Option> decoding(SourceFacts facts) {
        return SourcePictures.decoder(facts.codec(), facts.alpha());
    }

    /** Before anything is cut, trimmed or scaled. */
    static List<Filter> before(SourceFacts facts) {
        return facts.interlaced() ? List.of(SourcePictures.deinterlaced()) : List.of();
    }

    /** After scaling, where there are fewer pixels, and before pixels get eight bits. */
    static List<Filter> after(SourceFacts facts) {
        if (!facts.hdr()) {
            return List.of();
        }
        return SourcePictures.pressed(facts.transfer() == SourceFacts.Transfer.PQ ? "smpte2084" : "arib-std-b67");
    }

    /**
     * Lays what is partly transparent over a colour; what is not stays as it is. For stills and footage, anywhere
     * between the decoder and the first filter that drops what is transparent.
     *
     * @param background {@code #RRGGBB}
     */
    static Pad over(Chains chains, Pad picture, SourceFacts facts, String background) {
        if (!facts.alpha()) {
            return picture;
        }
        var copies = chains.split(
                chains.chain(
                        picture,
                        List.of(
                                filter("scale")
                                        .with("out_color_matrix", "bt709")
                                        .with("out_range", "tv"),
                                filter("format").with("pix_fmts", "yuva420p"))),
                2);
        // A copy painted over keeps times, size and rate, which a picture from elsewhere would have to be given.
        var ground = chains.chain(
                copies.getFirst(), List.of(filter("format").with("pix_fmts", "yuv420p"), paint(background)));
        return chains.chain(
                List.of(ground, copies.getLast()),
                List.of(filter("overlay").with("eval", "init").with("format", "yuv420")));
    }

    private static Filter paint(String background) {
        var color = Integer.parseInt(background.substring(1), 16);
        var red = (color >> 16 & 0xff) / 255.0;
        var green = (color >> 8 & 0xff) / 255.0;
        var blue = (color & 0xff) / 255.0;
        var luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        return filter("lutyuv")
                .with("y", level(16 + 219 * luma))
                .with("u", level(128 + 224 * (blue - luma) / 1.8556))
                .with("v", level(128 + 224 * (red - luma) / 1.5748));
    }

    private static String level(double value) {
        return String.format(Locale.ROOT, "%d", Math.round(value));
    }
}
