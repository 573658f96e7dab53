package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.PlanRequest.NamedFiles;
import io.moneyprinter.contracts.video.TitleCard;
import io.moneyprinter.contracts.video.VideoSettings;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the files that the settings of a video name by the ids of assets. */
@Component
class SettingsFiles {

    private final MaterialLibrary materials;

    SettingsFiles(MaterialLibrary materials) {
        this.materials = materials;
    }

    /** @param film the first version of the video */
    NamedFiles of(UserId user, VideoSettings settings, VideoId film) {
        var picture = Objects.requireNonNullElse(settings.picture(), PictureSettings.DEFAULT);
        var watermark = picture.watermark();
        return new NamedFiles(
                watermark == null ? null : materials.media(user, watermark.assetId()),
                visual(user, picture.intro(), film),
                visual(user, picture.outro(), film));
    }

    private @Nullable Visual visual(UserId user, @Nullable TitleCard card, VideoId film) {
        return card == null || card.assetId() == null ? null : visual(user, card.assetId(), film);
    }

    private Visual visual(UserId user, AssetId id, VideoId film) {
        var asset = materials.asset(user, id);
        var media = materials.media(user, id);
        int width = Objects.requireNonNullElse(asset.width(), 0);
        int height = Objects.requireNonNullElse(asset.height(), 0);
        if (asset.fileType() == Asset.Type.VIDEO) {
            var millis = Math.round(1_000 * Objects.requireNonNullElse(asset.duration(), 0.0));
            var proxies = materials.proxies(user, id, media, film);
            return new Visual.Footage(media, width, height, Duration.ofMillis(millis), null, proxies);
        }
        return new Visual.Still(media, width, height, 1, 1, 0.5, 0.5);
    }
}
