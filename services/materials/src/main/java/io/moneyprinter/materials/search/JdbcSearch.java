package io.moneyprinter.materials.search;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     *     read in the order of time instead of being collected and sorted, or for none but the near ones
     * @param words a {@code tsquery} by which they are ranked; null for none, then the newest come first
     * @param near others that are found for what they mean, and how well they fit, 0..1
     * @param base a {@code tsquery} that those have to fulfil
     * @param worded whether those that fulfil the query come before all others
     */
    record Query(
            UserId owner,
            @Nullable String query,
            @Nullable String words,
            SearchFilter filter,
            boolean newestFirst,
            Map<AssetId, Double> near,
            @Nullable String base,
            boolean worded) {

        static Query of(
                UserId owner,
                @Nullable String query,
                @Nullable String words,
                SearchFilter filter,
                boolean newestFirst) {
            return new Query(owner, query, words, filter, newestFirst, Map.of(), null, false);
        }

        Query and(Map<AssetId, Double> near, String base) {
            return new Query(owner, query, words, filter, newestFirst, near, base, worded);
        }

        Query before() {
            return new Query(owner, query, words, filter, newestFirst, near, base, true);
        }
    }

    /** @param score how well it fits, comparable within one answer */
    record Hit(AssetId id, double score) {}

    /** @param value and how many have it */
    record Count(String kind, String value, int count) {}

    /** @param total no more than {@link #MOST} are counted */
    record Found(List<Hit> hits, int total, List<Count> counts) {}

    /** @param counted whether values are counted, too */
    Found find(Query query, int limit, int offset, boolean counted) {
        var ranked = query.words() != null || !query.near().isEmpty();
        var order = (!ranked || query.newestFirst() ? "" : "rank desc, ") + "created_at desc, id desc";
        var counts = counted ? """
                (select json_agg(json_build_array(mark, assets)) from (
                    select mark, assets, row_number() over (
                        partition by split_part(mark, ':', 1) order by assets desc, mark) as place
                    from (select mark, count(*) as assets from found, unnest(facets) as mark group by mark) as each
                ) as counted where place <= %d)""".formatted(MOST_VALUES) : "cast(null as json)";
        return jdbc.sql("""
                        with found as materialized (%s),
                        page as (select id, rank, created_at from found order by %s limit :limit offset :offset)
                        select (select json_agg(json_build_array(id, rank) order by %s) from page) as hits,
                            (select least(count(*), :most) from found) as total, %s as counts""".formatted(
                                query.near().isEmpty() ? worded(query) : nearAndWorded(query), order, order, counts))
                .param("query", query.query())
                .param("words", query.words())
                .param("near", ids(query))
                .param("scores", scores(query))
                .param("base", query.base())
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

    /** Whether anything fulfils it; near ones do not count. */
    boolean isAny(Query query) {
        return !find(Query.of(query.owner(), query.query(), null, query.filter(), true), 1, 0, false)
                .hits()
                .isEmpty();
    }

    private static String worded(Query query) {
        // The newest of too many are wanted when nothing says which of them fit better.
        return """
                select id, created_at, facets, %s as rank from materials.asset
                where %suser_id = :user and not is_deleted%s%s limit :most""".formatted(
                        query.words() == null ? "0" : RANK,
                        query.query() == null ? "" : "search @@ cast(:query as tsquery) and ",
                        query.filter().conditions(),
                        query.words() == null ? " order by created_at desc, id desc" : "");
    }

    private static String nearAndWorded(Query query) {
        var conditions = query.filter().conditions();
        var rank = (query.worded() ? "1 + " : "") + RANK;
        var near = """
                select id, created_at, facets, score + %s as rank
                from materials.asset join unnest(:near, :scores) as near (near_id, score) on near_id = id
                where search @@ cast(:base as tsquery) and user_id = :user and not is_deleted%s""".formatted(
                        query.query() == null
                                ? "0"
                                : "case when search @@ cast(:query as tsquery) then %s else 0 end".formatted(rank),
                        conditions);
        return query.query() == null ? near : """
                %s union all (
                select id, created_at, facets, %s as rank from materials.asset
                where search @@ cast(:query as tsquery) and user_id = :user and not is_deleted
                    and id <> all(:near)%s limit :most)""".formatted(near, rank, conditions);
    }

    private static String[] ids(Query query) {
        return query.near().keySet().stream().map(AssetId::value).toArray(String[]::new);
    }

    private static Double[] scores(Query query) {
        return query.near().values().toArray(Double[]::new);
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
     * @param query with the words that tell most of it
     * @param marks of it
     */
    List<Hit> alike(Query query, AssetId id, List<String> marks, int limit) {
        return jdbc.sql("""
                        with alike as materialized (
                            select id, created_at, facets, %1$s as rank from materials.asset
                            where search @@ cast(:query as tsquery) and user_id = :user and not is_deleted and id <> :id
                            limit :most),
                        near as materialized (
                            select id, created_at, facets, %1$s as rank, score
                            from materials.asset join unnest(:near, :scores) as near (near_id, score) on near_id = id
                            where search @@ cast(:base as tsquery) and user_id = :user and not is_deleted and id <> :id),
                        either as (
                            select id, created_at, facets, rank, score from near union all
                            select id, created_at, facets, rank, 0 from alike where id not in (select id from near)),
                        own as (select greatest(%1$s, 0.01) as rank from materials.asset where id = :id)
                        select either.id, 0.7 * greatest(score, least(1, either.rank / own.rank)) + 0.3 * (
                                select count(*) from unnest(facets) as mark where mark = any(:marks))
                            / greatest(1, cardinality(:marks)) as score
                        from either, own order by score desc, created_at desc, either.id limit :limit""".formatted(RANK))
                .param("query", query.query())
                .param("words", query.words())
                .param("near", ids(query))
                .param("scores", scores(query))
                .param("base", query.base())
                .param("user", query.owner().value())
                .param("id", id.value())
                .param("marks", marks.toArray(String[]::new))
                .param("most", MOST)
                .param("limit", limit)
                .query((row, number) -> new Hit(new AssetId(row.getString("id")), row.getDouble("score")))
                .list();
    }
}
