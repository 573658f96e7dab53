package io.moneyprinter.orchestration.job;

import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.service.json.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The videos that there are in other languages. */
@Component
public class Translations {

    private final JdbcClient jdbc;
    private final JobRows rows = new JobRows(Json.lenient());

    Translations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of each translation that is not deleted its latest version, oldest translation first.
     *
     * @param roots first versions of the originals
     * @return by the first version of the original
     */
    public Map<VideoId, List<Job>> of(Collection<VideoId> roots, UserId owner) {
        if (roots.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT DISTINCT ON (root_id) * FROM orchestration.video
                        WHERE original_root_id IN (:roots) AND user_id = :user AND deleted_at IS NULL
                        ORDER BY root_id, version DESC
                        """)
                .param("roots", roots.stream().map(VideoId::value).toList())
                .param("user", owner.value())
                .query(rows)
                .list()
                .stream()
                .sorted(Comparator.comparing(Job::createdAt)
                        .thenComparing(job -> job.videoId().value()))
                .collect(Collectors.groupingBy(
                        job -> Objects.requireNonNull(job.lineage().original()).rootId()));
    }

    /** Of one video. */
    public List<Job> of(Job original) {
        var root = original.lineage().rootId();
        return of(List.of(root), original.userId()).getOrDefault(root, List.of());
    }
}
