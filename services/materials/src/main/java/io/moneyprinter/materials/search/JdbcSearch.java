package io.moneyprinter.materials.search;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Looks for assets by what {@code materials.asset.search} says of them. */
@Repository
class JdbcSearch {

    /** Of more than these the rest is neither ranked nor counted: words that so many share say little. */
    static final int MOST = 2_000;

    private static final int MOST_VALUES = 20;
    private static final String RANK = "ts_rank('{0.1, 0.2, 0.4, 1.0}', search, cast(:words as tsquery))";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcSearch(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What to look for.
     *
     * @param query a {@code tsquery} that they have to fulfil, owner and all; null for all files of the owner, which are
     *     read in the order of time instead of being collected and sorted
     * @param words a {@code tsquery} by which they are ranked; null for none, then the newest come first
     */
    record Query(
            UserId owner, @Nullable String query, @Nullable String words, SearchFilter filter, boolean newestFirst) {}

    /** @param score how well it fits, comparable within one answer */
    record Hit(AssetId id, double score) {}

    /** @param value and how many have it */
    record Count(String kind, String value, int count) {}

    /** @param total no more than {@link #MOST} are counted */
    record Found(List<Hit> hits, int total, List<Count> counts) {}

    /** @param counted whether values are counted, too */
    Found find(Query query, int limit, int offset, boolean counted) {
        var wanted = query.query() == null ? "" : "search @@ cast(:query as tsquery) and ";
        var order = (query.words() == null || query.newestFirst() ? "" : "rank desc, ") + "created_at desc, id desc";
        // The newest of too many are wanted when nothing says which of them fit better.
        var first = query.words() == null ? " order by created_at desc, id desc" : "";
        var counts = counted ? """
                (select json_agg(json_build_array(mark, assets)) from (
                    select mark, assets, row_number() over (
                        partition by split_part(mark, ':', 1) order by assets desc, mark) as place
                    from (select mark, count(*) as assets from found, unnest(facets) as mark group by mark) as each
                ) as counted where place <= %d)""".formatted(MOST_VALUES) : "cast(null as json)";
        return jdbc.sql("""
                        with found as materialized (
                            select id, created_at, facets, %s as rank from materials.asset
                            where %suser_id = :user and not is_deleted%s%s limit :most),
                        page as (select id, rank, created_at from found order by %s limit :limit offset :offset)
                        select (select json_agg(json_build_array(id, rank) order by %s) from page) as hits,
                            (select count(*) from found) as total, %s as counts""".formatted(
                                query.words() == null ? "0" : RANK,
                                wanted,
                                query.filter().conditions(),
                                first,
                                order,
                                order,
                                counts))
                .param("query", query.query())
                .param("words", query.words())
                .param("user", query.owner().value())
                .param("min_duration", query.filter().minDuration())
                .param("max_duration", query.filter().maxDuration())
                .param("min_width", query.filter().minWidth())
                .param("min_height", query.filter().minHeight())
                .param("collection", query.filter().collection())
                .param("min_bpm", query.filter().minBpm())
                .param("max_bpm", query.filter().maxBpm())
                .param("most", MOST)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::found)
                .single();
    }

    private Found found(ResultSet row, int number) throws SQLException {
        var hits = new ArrayList<Hit>();
        for (var hit : array(row.getString("hits"))) {
            hits.add(new Hit(new AssetId(hit[0].toString()), ((Number) hit[1]).doubleValue()));
        }
        var counts = new ArrayList<Count>();
        for (var count : array(row.getString("counts"))) {
            var mark = count[0].toString();
            var colon = mark.indexOf(':');
            counts.add(new Count(mark.substring(0, colon), mark.substring(colon + 1), ((Number) count[1]).intValue()));
        }
        return new Found(hits, row.getInt("total"), counts);
    }

    private Object[][] array(@Nullable String found) {
        return found == null ? new Object[0][] : json.readValue(found, Object[][].class);
    }

    /**
     * Those that have most in common with an asset, best first.
     *
     * @param query a {@code tsquery} that they have to fulfil
     * @param words a {@code tsquery} of the words that tell most of it
     * @param marks of it
     */
    List<Hit> alike(UserId owner, AssetId id, String query, String words, List<String> marks, int limit) {
        return jdbc.sql("""
                        with near as materialized (
                            select id, created_at, facets, %1$s as rank from materials.asset
                            where search @@ cast(:query as tsquery) and user_id = :user and not is_deleted and id <> :id
                            limit :most),
                        own as (select greatest(%1$s, 0.01) as rank from materials.asset where id = :id)
                        select near.id, 0.7 * least(1, near.rank / own.rank) + 0.3 * (
                                select count(*) from unnest(facets) as mark where mark = any(:marks))
                            / greatest(1, cardinality(:marks)) as score
                        from near, own order by score desc, created_at desc, near.id limit :limit""".formatted(RANK))
                .param("query", query)
                .param("words", words)
                .param("user", owner.value())
                .param("id", id.value())
                .param("marks", marks.toArray(String[]::new))
                .param("most", MOST)
                .param("limit", limit)
                .query((row, number) -> new Hit(new AssetId(row.getString("id")), row.getDouble("score")))
                .list();
    }
}
