package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.AssetTraits;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was measured of the pictures before and after a sentence, as far as those are chosen already. */
@Component
class Neighbours {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Neighbours(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<AssetTraits> of(ShotRequest request) {
        return Stream.of(-1, 1)
                .flatMap(step -> shot(request, request.index() + step)
                        .map(shot -> step < 0
                                ? shot.visuals().getLast()
                                : shot.visuals().getFirst())
                        .flatMap(Neighbours::media)
                        .flatMap(this::traits)
                        .stream())
                .toList();
    }

    private Optional<Shot> shot(ShotRequest request, int index) {
        return jdbc.sql("""
                        select shot from materials.shot
                        where user_id = :user and video_id = :video and sentence_index = :index and visual = -1""")
                .param("user", request.userId().value())
                .param("video", request.videoId().value())
                .param("index", index)
                .query(String.class)
                .optional()
                .map(shot -> json.readValue(shot, Shot.class));
    }

    private static Optional<ObjectKey> media(Visual visual) {
        return switch (visual) {
            case Visual.Footage footage -> Optional.of(footage.media());
            case Visual.Still still -> Optional.of(still.image());
            case Visual.Composition composition -> Optional.empty();
        };
    }

    private Optional<AssetTraits> traits(ObjectKey media) {
        return jdbc.sql("""
                        (select traits from materials.stock_clip where storage_path = :path and traits is not null limit 1)
                        union all
                        (select traits from materials.asset where storage_path = :path and traits is not null limit 1)
                        limit 1""")
                .param("path", media.value())
                .query(String.class)
                .optional()
                .map(traits -> json.readValue(traits, AssetTraits.class));
    }
}
