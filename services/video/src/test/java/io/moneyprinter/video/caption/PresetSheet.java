package io.moneyprinter.video.caption;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.SamplingMode;
import io.github.humbleui.skija.Shader;
import io.github.humbleui.types.Rect;
import io.moneyprinter.contracts.video.CaptionPreset;
import io.moneyprinter.contracts.video.CaptionSettings.Animation;
import io.moneyprinter.contracts.video.CaptionSettings.Mode;
import io.moneyprinter.drawing.FontFamily;
import io.moneyprinter.drawing.FontLibrary;
import io.moneyprinter.drawing.Ink;
import io.moneyprinter.drawing.Raster;
import io.moneyprinter.drawing.TextSpec;
import io.moneyprinter.drawing.TypeStyle;
import io.moneyprinter.timeline.CaptionTrack;
import io.moneyprinter.timeline.FrameRate;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * Draws {@code docs/images/caption-presets.jpg}: every preset over a dark and a light ground. To be run from the
 * project's directory when presets change.
 */
final class PresetSheet {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;
    private static final int CELL_WIDTH = 420;
    private static final int CELL_HEIGHT = 160;
    private static final int TITLE = 28;
    private static final int COLUMNS = 5;

    private static final FontLibrary FONTS = FontLibrary.open(Path.of("target/home"));

    private PresetSheet() {}

    public static void main(String[] arguments) throws IOException {
        var presets = CaptionPresets.all();
        var rows = Math.ceilDiv(presets.size(), COLUMNS);
        var cell = 2 * CELL_HEIGHT + TITLE;
        try (var sheet = Raster.draw(COLUMNS * CELL_WIDTH, rows * cell, canvas -> {
            canvas.clear(0xff20242b);
            for (var i = 0; i < presets.size(); i++) {
                cell(canvas, presets.get(i), i % COLUMNS * CELL_WIDTH, i / COLUMNS * cell);
            }
        })) {
            var file = Path.of(arguments.length > 0 ? arguments[0] : "docs/images/caption-presets.jpg");
            write(ImageIO.read(new ByteArrayInputStream(sheet.png())), file);
        }
    }

    private static void cell(Canvas canvas, CaptionPreset preset, int x, int y) {
        var type = TypeStyle.of(FontFamily.GROTESQUE, 500, 17);
        FONTS.set(TextSpec.of(preset.name(), "en", type, TextSpec.Align.START, CELL_WIDTH, 1))
                .paint(canvas, x + 8, y + 3, Ink.of(0xffffffff));
        ground(canvas, x, y + TITLE, 0xff10202e, 0xff4a3358);
        caption(canvas, preset, x, y + TITLE);
        ground(canvas, x, y + TITLE + CELL_HEIGHT, 0xfff4ead8, 0xff9fc6df);
        caption(canvas, preset, x, y + TITLE + CELL_HEIGHT);
    }

    private static void ground(Canvas canvas, int x, int y, int from, int to) {
        var colors = new int[] {from, to};
        try (var shader = Shader.makeLinearGradient(x, y, x + CELL_WIDTH, y + CELL_HEIGHT, colors);
                var paint = new Paint().setShader(shader)) {
            canvas.drawRect(Rect.makeXYWH(x, y, CELL_WIDTH - 4, CELL_HEIGHT), paint);
        }
    }

    /** As it stands on a tall canvas while its third word is spoken. */
    private static void caption(Canvas canvas, CaptionPreset preset, int x, int y) {
        var style = CaptionStyle.of(preset.settings());
        var layout = CaptionLayout.of(WIDTH, HEIGHT, style);
        var text = style.mode() == Mode.WORD ? "Dances" : "Every bee that comes home dances";
        var passages = List.of(Passage.of(CueBuilderTests.spoken(text, 0), "en"));
        var track = CueBuilder.build("en", passages, FrameRate.of(30), style.mode(), layout.columns(style));
        var first = new CaptionTrack("en", List.of(track.cues().getFirst()));
        var cue = TextCasing.apply(first, style.textCase()).cues().getFirst();
        var word = cue.words().get(Math.min(2, cue.words().size() - 1));
        var typing = style.appearance().animation() == Animation.TYPEWRITER;
        var frame = word.range().start().value() + (typing ? 12 : style.mode() == Mode.WORD ? 10 : 2);
        var look = new CueLooks(cue, style.appearance()).at(frame);
        try (var painter = new CuePainter(FONTS, cue, "en", style.appearance(), layout);
                var picture = Image.makeDeferredFromEncodedBytes(painter.png(look, painter.area()))) {
            var scale = (float) CELL_WIDTH / WIDTH;
            var area = painter.area();
            var top = y + CELL_HEIGHT / 2f + scale * (float) (area.top() - layout.centerY());
            canvas.drawImageRect(
                    picture,
                    Rect.makeWH(area.width(), area.height()),
                    Rect.makeXYWH(x + scale * area.left(), top, scale * area.width(), scale * area.height()),
                    SamplingMode.MITCHELL,
                    null,
                    true);
        }
    }

    private static void write(BufferedImage sheet, Path file) throws IOException {
        if (file.toString().endsWith(".png")) {
            ImageIO.write(sheet, "png", file.toFile());
            return;
        }
        var opaque = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(sheet, 0, 0, null);
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.87f);
            writer.write(null, new IIOImage(opaque, null, null), parameters);
        }
    }
}
