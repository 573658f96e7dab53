package io.moneyprinter.orchestration.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.service.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsFilesTests {

    private static final UserId USER = new UserId("ada");
    private static final VideoId FILM = new VideoId("first-version");
    private static final ObjectKey MEDIA = new ObjectKey("materials/intro.mp4");
    private static final Visual.Proxy PROXY = new Visual.Proxy(new ObjectKey("variants/intro.mp4"), 1920, 1080, true);

    @Test
    void namesTheSmallerFilesThatTheFirstVersionFound() {
        var settings =
                Json.strict().readValue("{\"picture\": {\"intro\": {\"asset_id\": \"large\"}}}", VideoSettings.class);

        var files = new SettingsFiles(new Library()).of(USER, settings, FILM);

        assertThat(files.intro())
                .isEqualTo(new Visual.Footage(MEDIA, 3840, 2160, Duration.ofSeconds(3), null, List.of(PROXY)));
        assertThat(files.outro()).isNull();
    }

    /** Holds one large video. */
    private static final class Library implements MaterialLibrary {

        @Override
        public Asset asset(UserId userId, AssetId assetId) {
            return new Asset(assetId, "intro.mp4", Asset.Type.VIDEO, "video/mp4", 1, 3840, 2160, 3.0, Instant.EPOCH);
        }

        @Override
        public ObjectKey media(UserId userId, AssetId assetId) {
            return MEDIA;
        }

        @Override
        public List<Visual.Proxy> proxies(UserId userId, AssetId assetId, ObjectKey media, VideoId film) {
            return media.equals(MEDIA) && film.equals(FILM) ? List.of(PROXY) : List.of();
        }

        @Override
        public Shot shot(ShotRequest request) {
            throw new UnsupportedOperationException("nobody asks for a shot");
        }
    }
}
