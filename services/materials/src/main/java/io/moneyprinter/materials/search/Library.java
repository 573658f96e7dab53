package io.moneyprinter.materials.search;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.asset.StoredAsset;
import io.moneyprinter.materials.embedding.Meanings;
import io.moneyprinter.materials.embedding.Phrase;
import io.moneyprinter.materials.words.Lexemes;
import io.moneyprinter.materials.words.Relevance;
import io.moneyprinter.materials.words.SearchWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All files of somebody, as something that can be searched. */
@Component
public class Library {

    /** More words of a question are not looked at. */
    private static final int MOST_WORDS = 16;

    /** So many of those that have any of the words are judged by all of them. */
    private static final int JUDGED = 60;

    private static final int TELLING = 12;

    /** So many are found by what they mean, and not by words. */
    private static final int NEAREST = 50;

    /** What has less in common with what is looked for is something else. */
    private static final double LEAST_NEAR = 0.35;

    private final JdbcSearch search;
    private final Vocabulary vocabulary;
    private final Assets assets;
    private final Meanings meanings;

    Library(JdbcSearch search, Vocabulary vocabulary, Assets assets, Meanings meanings) {
        this.search = search;
        this.vocabulary = vocabulary;
        this.assets = assets;
        this.meanings = meanings;
    }

    /**
     * A part of what was found.
     *
     * @param total of all that were found; {@link JdbcSearch#MOST} stands for that or more
     * @param corrections what was taken for words that no file has
     * @param counts how many of what was found have which value, by kind; most first
     */
    public record Page(
            List<Match> matches,
            int total,
            Map<String, List<String>> corrections,
            Map<String, Map<String, Integer>> counts) {}

    /** @param score comparable within one answer */
    public record Match(Asset asset, double score) {}

    /**
     * Files that have all words; where there are none, those that have any. Where a model is set up, others follow that
     * mean the same.
     *
     * @param text null or blank for all files
     * @param newestFirst else the best come first, where there are words
     */
    Page find(UserId owner, @Nullable String text, SearchFilter filter, boolean newestFirst, int limit, int offset) {
        var words = text == null
                ? List.<String>of()
                : SearchWords.of(text).stream().limit(MOST_WORDS).toList();
        var marks = filter.marks();
        var base = Lexemes.owner(owner.value()) + marks;
        if (text == null || words.isEmpty()) {
            // Of punctuation alone nothing is found.
            if (text != null && !text.isBlank()) {
                return new Page(List.of(), 0, Map.of(), Map.of());
            }
            var query = JdbcSearch.Query.of(owner, marks.isEmpty() ? null : base, null, filter, true);
            return page(owner, query, Map.of(), limit, offset);
        }
        var open = !Character.isWhitespace(text.codePointBefore(text.length()));
        var terms = vocabulary.terms(owner, words, open);
        var corrections = new LinkedHashMap<String, List<String>>();
        terms.stream()
                .filter(term -> term.mistyped() && !term.known().isEmpty())
                .forEach(term -> corrections.put(term.word(), term.known()));
        var known = terms.stream()
                .map(Vocabulary.Term::known)
                .filter(each -> !each.isEmpty())
                .toList();
        var near = near(meanings.nearest(owner, meanings.of(List.of(new Phrase(text.strip(), 1))), NEAREST));
        if (known.isEmpty()) {
            return near.isEmpty()
                    ? new Page(List.of(), 0, corrections, Map.of())
                    : page(
                            owner,
                            JdbcSearch.Query.of(owner, null, null, filter, newestFirst)
                                    .and(near, base),
                            corrections,
                            limit,
                            offset);
        }
        var any = Lexemes.any(known.stream().flatMap(List::stream).collect(Collectors.toSet()));
        if (known.size() == terms.size()) {
            var all = known.stream().map(Lexemes::any).collect(Collectors.joining(" & ", " & ", ""));
            var query = JdbcSearch.Query.of(owner, base + all, any, filter, newestFirst);
            // Nobody has to have all of the words to come after those who do.
            if (known.size() == 1 || near.isEmpty() || search.isAny(query)) {
                var page = page(owner, query.and(near, base).before(), corrections, limit, offset);
                if (page.total() > 0 || known.size() == 1) {
                    return page;
                }
            }
        }
        return page(
                owner,
                JdbcSearch.Query.of(owner, base + " & " + any, any, filter, newestFirst)
                        .and(near, base),
                corrections,
                limit,
                offset);
    }

    /**
     * Music that is found so; what is only heard and no music is none.
     *
     * @param text null or blank for all of it
     */
    public Page music(
            UserId owner,
            @Nullable String text,
            @Nullable List<String> moods,
            @Nullable List<String> genres,
            @Nullable Double slowest,
            @Nullable Double fastest,
            int limit,
            int offset) {
        return find(owner, text, SearchFilter.ofMusic(moods, genres, slowest, fastest), false, limit, offset);
    }

    private static Map<AssetId, Double> near(Map<AssetId, Relevance.Fit> fits) {
        var near = new LinkedHashMap<AssetId, Double>();
        fits.forEach((id, fit) -> {
            if (fit.score() >= LEAST_NEAR) {
                near.put(id, fit.score());
            }
        });
        return near;
    }

    private Page page(
            UserId owner, JdbcSearch.Query query, Map<String, List<String>> corrections, int limit, int offset) {
        var found = search.find(query, limit, offset, true);
        var counts = new LinkedHashMap<String, Map<String, Integer>>();
        found.counts().stream()
                .sorted(Comparator.comparing(JdbcSearch.Count::kind)
                        .thenComparing(
                                Comparator.comparingInt(JdbcSearch.Count::count).reversed())
                        .thenComparing(JdbcSearch.Count::value))
                .forEach(count -> counts.computeIfAbsent(count.kind(), kind -> new LinkedHashMap<>())
                        .put(count.value(), count.count()));
        return new Page(matches(owner, found.hits()), found.total(), corrections, counts);
    }

    /** What is like an asset, in words, to look at, and by what it means; best first. */
    List<Match> alike(UserId owner, AssetId id, int limit) {
        var asset = assets.get(owner, id).asset();
        var lexemes = assets.lexemes(asset);
        var counts = vocabulary.counts(owner, List.copyOf(lexemes.words()));
        // What all have tells least.
        var telling = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(TELLING)
                .toList();
        var looks = lexemes.marks().stream()
                .filter(mark ->
                        mark.startsWith("type:") || mark.startsWith("orientation:") || mark.startsWith("colour:"))
                .toList();
        var same = looks.stream()
                .map(mark -> mark.split(":", 2))
                .map(mark -> Lexemes.marked(mark[0], mark[1]))
                .collect(Collectors.joining(" & ", "(", ")"));
        var words = telling.isEmpty() ? Lexemes.any(lexemes.words()) : Lexemes.any(telling);
        var base = Lexemes.owner(owner.value())
                + " & "
                + Lexemes.marked("type", asset.fileType().name());
        var query = "%s & (%s | %s)".formatted(base, words, same);
        var near = near(meanings.like(owner, id, NEAREST));
        var wanted = JdbcSearch.Query.of(owner, query, words, SearchFilter.ofTypes(List.of()), false)
                .and(near, base);
        return matches(owner, search.alike(wanted, id, lexemes.marks(), limit));
    }

    private List<Match> matches(UserId owner, List<JdbcSearch.Hit> hits) {
        var scores = hits.stream().collect(Collectors.toMap(JdbcSearch.Hit::id, JdbcSearch.Hit::score));
        return assets.get(owner, hits.stream().map(JdbcSearch.Hit::id).toList()).stream()
                .map(stored -> new Match(
                        stored.asset(),
                        rounded(scores.getOrDefault(stored.asset().assetId(), 0.0))))
                .toList();
    }

    private static double rounded(double score) {
        return Math.round(score * 1_000) / 1_000.0;
    }

    /**
     * A file and how well it fits.
     *
     * @param fit never 0: of its words or of what it means, whichever is better
     * @param meaning of it, alone
     */
    public record Fitting(StoredAsset stored, Relevance.Fit fit, Relevance.Fit meaning) {}

    /**
     * Files of some types that fit, best first; none that do not fit at all.
     *
     * @param phrases the same as what is wanted, for comparing what they mean
     * @param types such as {@code image}
     */
    public List<Fitting> fitting(UserId owner, Relevance wanted, List<Phrase> phrases, List<String> types, int limit) {
        var near = meanings.nearest(owner, meanings.of(phrases), NEAREST);
        var candidates = new LinkedHashSet<>(worded(owner, wanted, types, limit));
        candidates.addAll(near.keySet());
        var fitting = new ArrayList<Fitting>();
        for (var stored : assets.get(owner, List.copyOf(candidates))) {
            var asset = stored.asset();
            if (!types.contains(asset.fileType().name().toLowerCase(Locale.ROOT))) {
                continue;
            }
            var meaning = near.getOrDefault(asset.assetId(), Relevance.Fit.NONE);
            if (meaning.score() < LEAST_NEAR) {
                meaning = Relevance.Fit.NONE;
            }
            var fit = wanted.of(AssetText.of(asset)).or(meaning);
            if (fit.score() > 0) {
                fitting.add(new Fitting(stored, fit, meaning));
            }
        }
        fitting.sort(Comparator.comparingDouble((Fitting each) -> -each.fit().score()));
        return fitting.stream().limit(limit).toList();
    }

    /** Those that have any of the words. */
    private List<AssetId> worded(UserId owner, Relevance wanted, List<String> types, int limit) {
        var known = vocabulary.forms(owner, wanted.words(), wanted.forms());
        if (known.isEmpty()) {
            return List.of();
        }
        var any = Lexemes.any(known);
        var filter = SearchFilter.ofTypes(types);
        var query = Lexemes.owner(owner.value()) + filter.marks() + " & " + any;
        return search
                .find(JdbcSearch.Query.of(owner, query, any, filter, false), Math.max(JUDGED, limit), 0, false)
                .hits()
                .stream()
                .map(JdbcSearch.Hit::id)
                .toList();
    }
}
