package io.moneyprinter.drawing;

import io.github.humbleui.types.Rect;

/** A rectangle in pixels, y down. */
public record Box(float left, float top, float right, float bottom) {

    public static Box of(float left, float top, float width, float height) {
        return new Box(left, top, left + width, top + height);
    }

    public float width() {
        return right - left;
    }

    public float height() {
        return bottom - top;
    }

    public float centerX() {
        return (left + right) / 2;
    }

    public float centerY() {
        return (top + bottom) / 2;
    }

    public Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public Box moved(float x, float y) {
        return new Box(left + x, top + y, right + x, bottom + y);
    }

    /** Larger on every side. */
    public Box grown(float horizontally, float vertically) {
        return new Box(left - horizontally, top - vertically, right + horizontally, bottom + vertically);
    }

    public Rect toRect() {
        return Rect.makeLTRB(left, top, right, bottom);
    }
}
