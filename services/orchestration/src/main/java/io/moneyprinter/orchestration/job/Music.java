package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.sound.music.BedName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code video_settings.music} may say: a word for a bed that we make, or an audio asset. */
public final class Music {

    private static final Set<String> WORDS = Set.of("auto", "none");

    private Music() {}

    /** What it may say, for messages. */
    public static String expected() {
        return "auto, none, %s or the id of an audio asset".formatted(BedName.expected());
    }

    /**
     * The asset that the settings name, null when they name none.
     *
     * @throws IllegalArgumentException for a text that is neither a word nor the form of an asset id
     */
    public static @Nullable AssetId asset(@Nullable VideoSettings settings) {
        var music = settings == null ? null : settings.music();
        return music == null || WORDS.contains(music) || BedName.parse(music).isPresent() ? null : new AssetId(music);
    }
}
