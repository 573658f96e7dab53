package io.moneyprinter.video.caption;

import io.moneyprinter.contracts.video.CaptionSettings.SafeArea;
import io.moneyprinter.drawing.Box;

/**
 * The part of a phone's screen that an app leaves free of its own buttons and texts, as margins on 1080x1920.
 *
 * <p>YouTube Shorts: the safe area that Google's help for vertical video ads names. Reels: Meta's guide to Reels ads,
 * 14 % at the top, 35 % at the bottom, 6 % at the sides. TikTok names no figures; what it covers depends on the length
 * of the text below a video ("Auction In-Feed Ads" in its help). These are a cautious margin, no smaller than the 150
 * at the top and right and 440 at the bottom that guides for advertisers name, and with room for four lines of text.
 */
record SafeZone(int left, int top, int right, int bottom) {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;

    private static SafeZone of(SafeArea area) {
        return switch (area) {
            case NONE -> new SafeZone(0, 0, 0, 0);
            case TIKTOK -> new SafeZone(120, 250, 150, 660);
            case YOUTUBE_SHORTS -> new SafeZone(48, 288, 192, 672);
            case REELS -> new SafeZone(65, 269, 65, 672);
        };
    }

    /**
     * The free part of a canvas, in its pixels. The apps show a film as large as the screen allows, so that a wide
     * film lies between bars, away from most buttons.
     */
    static Box of(SafeArea area, int width, int height) {
        var zone = of(area);
        var scale = Math.min((double) WIDTH / width, (double) HEIGHT / height);
        var barX = (WIDTH - width * scale) / 2;
        var barY = (HEIGHT - height * scale) / 2;
        return new Box(
                (float) (Math.max(0, zone.left - barX) / scale),
                (float) (Math.max(0, zone.top - barY) / scale),
                (float) (width - Math.max(0, zone.right - barX) / scale),
                (float) (height - Math.max(0, zone.bottom - barY) / scale));
    }
}
