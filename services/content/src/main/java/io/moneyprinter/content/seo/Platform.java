package io.moneyprinter.content.seo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where videos are published, and what may stand beside them. Limits are those of each platform's upload form or interface;
 * the lengths that we write are shorter, as people read no more.
 */
public enum Platform {
    /** 100 characters, 5000 bytes, all tags together 500 characters. */
    @JsonProperty("youtube")
    YOUTUBE(100, 5_000, 500, 5, 500, true),
    @JsonProperty("youtube_shorts")
    YOUTUBE_SHORTS(100, 5_000, 200, 3, 500, true),
    /** One caption. */
    @JsonProperty("tiktok")
    TIKTOK(100, 2_200, 150, 5, 0, false),
    /** One caption, of which 125 characters are seen. */
    @JsonProperty("instagram_reels")
    INSTAGRAM_REELS(125, 2_200, 300, 8, 0, false),
    /** One post, in which letters that are not Latin count twice. */
    @JsonProperty("x")
    X(70, 280, 180, 2, 0, false),
    @JsonProperty("linkedin")
    LINKEDIN(140, 3_000, 600, 4, 0, false),
    /** Reels. */
    @JsonProperty("facebook")
    FACEBOOK(125, 2_200, 300, 5, 0, false);

    private final int longestTitle;
    private final int longestText;
    private final int wantedDescription;
    private final int mostHashtags;
    private final int longestTags;
    private final boolean titled;

    Platform(
            int longestTitle,
            int longestText,
            int wantedDescription,
            int mostHashtags,
            int longestTags,
            boolean titled) {
        this.longestTitle = longestTitle;
        this.longestText = longestText;
        this.wantedDescription = wantedDescription;
        this.mostHashtags = mostHashtags;
        this.longestTags = longestTags;
        this.titled = titled;
    }

    /** In characters. */
    public int longestTitle() {
        return longestTitle;
    }

    /** As {@link #length} counts. */
    public int longestText() {
        return longestText;
    }

    /** About as many characters as we would write. */
    int wantedDescription() {
        return wantedDescription;
    }

    public int mostHashtags() {
        return mostHashtags;
    }

    /** Of all keywords together, with what parts them; 0 where there is no field for them. */
    int longestTags() {
        return longestTags;
    }

    /** Whether the title has a field of its own; it begins the text where it has not. */
    boolean titled() {
        return titled;
    }

    /** How long a text is for the platform. */
    public int length(String text) {
        return switch (this) {
            case YOUTUBE, YOUTUBE_SHORTS -> text.getBytes(StandardCharsets.UTF_8).length;
            case X -> text.codePoints().map(Platform::weight).sum();
            case TIKTOK, INSTAGRAM_REELS, LINKEDIN, FACEBOOK -> text.length();
        };
    }

    /** Latin letters and common punctuation count once. */
    private static int weight(int c) {
        return c <= 0x10ff
                        || (c >= 0x2000 && c <= 0x200d)
                        || (c >= 0x2010 && c <= 0x201f)
                        || (c >= 0x2032 && c <= 0x2037)
                ? 1
                : 2;
    }

    /** As in requests. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
