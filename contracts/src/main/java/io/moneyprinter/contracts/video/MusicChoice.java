package io.moneyprinter.contracts.video;

import org.jspecify.annotations.Nullable;

/**
 * The music of a film, and why it has that.
 *
 * @param music as {@code video_settings.music} would have to say it to get the same: {@code none}, such as
 *     {@code lofi:calm:7}, or the id of an audio asset
 * @param bpm beats per minute of what is composed; null for a file, and without music
 * @param reason in English
 */
public record MusicChoice(String music, @Nullable Double bpm, String reason) {

    public MusicChoice withBpm(@Nullable Double bpm) {
        return new MusicChoice(music, bpm, reason);
    }
}
