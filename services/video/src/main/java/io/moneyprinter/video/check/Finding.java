package io.moneyprinter.video.check;

/** Something about a film that is not as it should be. */
public record Finding(Kind kind, String detail) {

    /** What it is about. */
    public enum Kind {
        UNDECODABLE,
        FRAMES,
        STREAMS,
        PICTURE,
        SOUND,
        LOUDNESS,
        TRUE_PEAK,
        BLACK,
        FROZEN,
        SILENT
    }

    @Override
    public String toString() {
        return detail;
    }
}
