package io.moneyprinter.materials.search;

import com.ibm.icu.text.BreakIterator;
import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.language.Language;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.embedding.Phrase;
import io.moneyprinter.materials.words.Relevance;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds the caller's own files. */
@RestController
final class SearchController {

    private static final String PATH = "/api/v1/materials";
    private static final int MOST_SENTENCES = 60;

    private final Library library;

    SearchController(Library library) {
        this.library = library;
    }

    /**
     * Some of what was found.
     *
     * @param total of all; with {@code total_is_exact} false there are more
     * @param corrections what was taken for words that no file has
     * @param facets how many of what was found have which value, by kind; most first
     * @param nextCursor give it back as {@code cursor} to get the next ones, null at the end
     */
    record SearchPage(
            List<Found> results,
            int total,
            boolean totalIsExact,
            Map<String, List<String>> corrections,
            Map<String, Map<String, Integer>> facets,
            @Nullable String nextCursor) {}

    /** @param score comparable within one answer, higher is better */
    record Found(double score, Asset material) {}

    /**
     * Files that have all of the words, else any of them; mistyped words are taken for those they are like. Where
     * embeddings are set up, files that mean the same come with them.
     */
    @GetMapping(PATH + "/search")
    SearchPage search(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 500) String q,
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable List<String> orientation,
            @RequestParam(required = false) @Nullable List<String> colour,
            @RequestParam(required = false) @Nullable List<String> brightness,
            @RequestParam(required = false) @Nullable List<String> motion,
            @RequestParam(name = "free_area", required = false) @Nullable List<String> freeArea,
            @RequestParam(required = false) @Nullable List<String> mood,
            @RequestParam(required = false) @Nullable List<String> genre,
            @RequestParam(required = false) @Nullable List<String> tempo,
            @RequestParam(required = false) @Nullable List<String> category,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(required = false) @Nullable Boolean audible,
            @RequestParam(required = false) @Nullable Boolean music,
            @RequestParam(required = false) @Nullable Boolean favourite,
            @RequestParam(required = false) @Nullable String collection,
            @RequestParam(name = "min_duration", required = false) @Nullable Double minDuration,
            @RequestParam(name = "max_duration", required = false) @Nullable Double maxDuration,
            @RequestParam(name = "min_width", required = false) @Nullable Integer minWidth,
            @RequestParam(name = "min_height", required = false) @Nullable Integer minHeight,
            @RequestParam(name = "tempo_min", required = false) @Nullable Double tempoMin,
            @RequestParam(name = "tempo_max", required = false) @Nullable Double tempoMax,
            @RequestParam(defaultValue = "relevance") String sort,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (!sort.equals("relevance") && !sort.equals("newest")) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/sort", "unknown (expected: relevance or newest)");
        }
        var filter = new SearchFilter(
                type,
                orientation,
                colour,
                brightness,
                motion,
                freeArea,
                mood,
                genre,
                tempo,
                category,
                tag,
                audible,
                music,
                favourite,
                collection,
                minDuration,
                maxDuration,
                minWidth,
                minHeight,
                tempoMin,
                tempoMax);
        var offset = offset(cursor);
        var page = library.find(caller.userId(), q, filter, sort.equals("newest"), limit, offset);
        var end = offset + page.matches().size();
        return new SearchPage(
                found(page.matches()),
                page.total(),
                page.total() < JdbcSearch.MOST,
                page.corrections(),
                page.counts(),
                page.matches().isEmpty() || end >= page.total() ? null : Integer.toString(end));
    }

    /** Where the page before ended. */
    private static int offset(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[1-9][0-9]{0,3}")) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/cursor", "the cursor is not one that was given out");
        }
        return Integer.parseInt(cursor);
    }

    /** @param results best first */
    record Alike(List<Found> results) {}

    /** Files of the same type that are like this one. */
    @GetMapping(PATH + "/{asset_id}/similar")
    Alike alike(
            Caller caller,
            @PathVariable("asset_id") String id,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        try {
            return new Alike(found(library.alike(caller.userId(), new AssetId(id), limit)));
        } catch (IllegalArgumentException notAnId) {
            throw new CodedException(MaterialsErrorCode.ASSET_NOT_FOUND, "no such material", notAnId);
        }
    }

    /**
     * A text to find pictures for.
     *
     * @param language BCP 47; null for English rules of where sentences end
     * @param perSentence how many files at most; null for 3
     */
    record Script(
            @NotBlank @Size(max = 20_000) String script,
            @Nullable @Size(max = 35) String language,
            @Nullable @Min(1) @Max(20) Integer perSentence) {}

    /**
     * Files for a sentence.
     *
     * @param text the sentence
     * @param results best first, from 0 to 1; none where none fits
     */
    record Recommended(String text, List<Recommendation> results) {}

    /** @param fits the words that the file fits best, or the sentence whose meaning it fits better */
    record Recommendation(double score, @Nullable String fits, Asset material) {}

    /** @param sentences in their order */
    record Recommendations(List<Recommended> sentences) {}

    /** Images and videos for each sentence of a text. */
    @PostMapping(PATH + "/recommendations")
    Recommendations recommend(Caller caller, @Valid @RequestBody Script script) {
        var limit = Objects.requireNonNullElse(script.perSentence(), 3);
        var language = script.language() == null ? Language.ENGLISH : Language.parse(script.language(), "/language");
        var sentences = new ArrayList<Recommended>();
        for (var sentence : sentences(script.script(), language)) {
            var fitting = library.fitting(
                    caller.userId(),
                    Relevance.toSentence(sentence, language),
                    List.of(new Phrase(sentence, 1)),
                    List.of("image", "video"),
                    limit);
            sentences.add(new Recommended(
                    sentence,
                    fitting.stream()
                            .map(each -> new Recommendation(
                                    Math.round(each.fit().score() * 1_000) / 1_000.0,
                                    each.fit().phrase(),
                                    each.stored().asset()))
                            .toList()));
        }
        return new Recommendations(sentences);
    }

    private static List<String> sentences(String script, Language language) {
        var breaks = BreakIterator.getSentenceInstance(language.locale());
        var text = script.replaceAll("\\s+", " ").strip();
        breaks.setText(text);
        var sentences = new ArrayList<String>();
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE && sentences.size() < MOST_SENTENCES;
                start = end, end = breaks.next()) {
            var sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static List<Found> found(List<Library.Match> matches) {
        return matches.stream()
                .map(match -> new Found(match.score(), match.asset()))
                .toList();
    }
}
