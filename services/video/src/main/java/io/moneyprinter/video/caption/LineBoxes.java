package io.moneyprinter.video.caption;

import io.github.humbleui.skija.Canvas;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.types.RRect;
import io.moneyprinter.drawing.Box;
import java.util.ArrayList;
import java.util.List;

/** The box behind lines: each line has its own width, and together they are one shape. */
final class LineBoxes {

    /** Letters do not fill their line; so much of it is air already, in parts of the line's height. */
    private static final float AIR = 0.12f;

    private LineBoxes() {}

    static void paint(Canvas canvas, List<Box> lines, int color, float padding, float radius) {
        var boxes = boxes(lines, padding, radius);
        try (var layer = new Paint().setAlpha(color >>> 24);
                var paint = new Paint().setColor(color | 0xff000000).setAntiAlias(true)) {
            // Drawn opaque and made transparent as a whole: where boxes meet, the colour must not double.
            canvas.saveLayer(canvas.getLocalClipBounds(), layer);
            for (var i = 0; i < boxes.size(); i++) {
                canvas.drawRRect(rounded(boxes, i, radius), paint);
            }
            canvas.restore();
        }
    }

    private static List<Box> boxes(List<Box> lines, float padding, float radius) {
        var left = new float[lines.size()];
        var right = new float[lines.size()];
        for (var i = 0; i < left.length; i++) {
            left[i] = lines.get(i).left() - padding;
            right[i] = lines.get(i).right() + padding;
        }
        // A step that is smaller than its round corners looks like a mistake.
        for (var i = 1; i < left.length; i++) {
            if (Math.abs(left[i] - left[i - 1]) < 2.2f * radius) {
                left[i] = left[i - 1] = Math.min(left[i], left[i - 1]);
                right[i] = right[i - 1] = Math.max(right[i], right[i - 1]);
            }
        }
        var boxes = new ArrayList<Box>();
        for (var i = 0; i < left.length; i++) {
            var line = lines.get(i);
            var beyond = padding - AIR * line.height();
            var top = i == 0 ? line.top() - beyond : line.top();
            var bottom = i + 1 == left.length ? line.bottom() + beyond : line.bottom();
            boxes.add(new Box(left[i], Math.round(top), right[i], Math.round(bottom)));
        }
        return boxes;
    }

    /** Corners are round where no other line lies against them. */
    private static RRect rounded(List<Box> boxes, int i, float radius) {
        var box = boxes.get(i);
        var above = i == 0 ? null : boxes.get(i - 1);
        var below = i + 1 == boxes.size() ? null : boxes.get(i + 1);
        var topLeft = above == null || above.left() > box.left() ? radius : 0;
        var topRight = above == null || above.right() < box.right() ? radius : 0;
        var bottomRight = below == null || below.right() < box.right() ? radius : 0;
        var bottomLeft = below == null || below.left() > box.left() ? radius : 0;
        var radii =
                new float[] {topLeft, topLeft, topRight, topRight, bottomRight, bottomRight, bottomLeft, bottomLeft};
        return RRect.makeComplexLTRB(box.left(), box.top(), box.right(), box.bottom(), radii);
    }
}
