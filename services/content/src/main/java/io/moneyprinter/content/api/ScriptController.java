package io.moneyprinter.content.api;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.article.ArticleSummarizer;
import io.moneyprinter.content.article.Spares;
import io.moneyprinter.content.draft.Drafts;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.content.source.Credits;
import io.moneyprinter.content.source.SourceText;
import io.moneyprinter.content.source.Sources;
import io.moneyprinter.content.topic.Brief;
import io.moneyprinter.content.topic.TopicWriter;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.Edition;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Word;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Chooses by what the request has: a script is read, texts are shortened, a draft is taken as it is; a topic, and texts
 * that are to be told in some way, are written about.
 */
@RestController
class ScriptController implements ScriptWriting {

    /** Narrations that we have seen say a sentence in about this many seconds. */
    private static final int SECONDS_PER_SENTENCE = 5;

    private final ArticleSummarizer articles;
    private final TopicWriter topics;
    private final Sources sources;
    private final Drafts drafts;
    private final Briefs briefs;
    private final PaidScripts paid;
    private final Screening screening;

    ScriptController(
            ArticleSummarizer articles,
            TopicWriter topics,
            Sources sources,
            Drafts drafts,
            Briefs briefs,
            PaidScripts paid,
            Screening screening) {
        this.articles = articles;
        this.topics = topics;
        this.sources = sources;
        this.drafts = drafts;
        this.briefs = briefs;
        this.paid = paid;
        this.screening = screening;
    }

    @Override
    public GeneratedContent generate(ContentRequest request) {
        return switch (screened(request)) {
            case Ready(var content, var version) -> content;
            case Told(var brief, var citations) -> {
                var written = paid.once(request, () -> topics.write(brief, null));
                yield Credits.add(Spares.rank(screening.written(written)), citations);
            }
        };
    }

    @Override
    public ContentEstimate check(ContentRequest request) {
        return switch (screened(request)) {
            case Ready(var content, var version) -> ContentEstimate.of(content, version);
            case Told(var brief, var citations) -> {
                topics.requireModel(null, pointer(request));
                var template = brief.template();
                yield new ContentEstimate(
                        brief.language().tag(),
                        brief.title() == null ? Headline.title(brief.topic()) : brief.title(),
                        Math.max(1, brief.seconds() / SECONDS_PER_SENTENCE),
                        brief.seconds(),
                        (int) Math.round(brief.seconds() * Word.charactersPerSecond(brief.language())),
                        null,
                        template == null ? null : template.version());
            }
        };
    }

    /** What asks for a model. */
    private static String pointer(ContentRequest request) {
        if (request.topic() != null) {
            return "/topic";
        }
        return request.template() == null ? "/variation" : "/template";
    }

    private sealed interface Prepared {}

    /** @param version of the draft that it is, null for none */
    private record Ready(GeneratedContent content, @Nullable Integer version) implements Prepared {}

    /** What a model is to write. */
    private record Told(Brief brief, List<Citation> citations) implements Prepared {}

    private Prepared screened(ContentRequest request) {
        var prepared = prepare(request);
        switch (prepared) {
            case Ready(var content, var version) -> screening.check(content, source(request));
            case Told(var brief, var citations) -> screening.check(brief, source(request), source(request));
        }
        return prepared;
    }

    private static String source(ContentRequest request) {
        if (request.topic() != null) {
            return "/topic";
        }
        if (request.script() != null) {
            return "/script";
        }
        if (request.article() != null) {
            return "/article";
        }
        return request.draft() == null ? "/sources" : "/draft";
    }

    private Prepared prepare(ContentRequest request) {
        requireOne(request);
        var language = Briefs.tag(request.language(), "/language");
        if (request.topic() != null) {
            return new Told(briefs.ofTopic(request), List.of());
        }
        if (request.article() != null) {
            return prepare(request, "article", List.of(sources.read(request.article())), language);
        }
        if (!request.sources().isEmpty()) {
            return prepare(request, "sources", sources.read(request.userId(), request.sources()), language);
        }
        if (request.written()) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    pointer(request),
                    "given with words that are spoken as they are (expected: a topic, an article or sources)");
        }
        return request.draft() == null
                ? new Ready(read(Objects.requireNonNull(request.script()), language, request), null)
                : prepare(request, request.draft(), language);
    }

    private Prepared prepare(ContentRequest request, String name, List<SourceText> texts, @Nullable Language wanted) {
        var pointer = "/" + name;
        var citations = texts.stream()
                .map(SourceText::citation)
                .filter(Objects::nonNull)
                .toList();
        if (request.written()) {
            if (texts.stream().allMatch(text -> text.passages().isEmpty())) {
                throw CodedException.ofField(
                        ContentErrorCode.ARTICLE_TOO_SHORT, pointer, "no text (expected: something to tell of)");
            }
            var language = ArticleSummarizer.language(texts, pointer, wanted);
            return new Told(briefs.ofTexts(request, texts, language), citations);
        }
        var manuscript = articles.summarize(texts, pointer, request.durationTarget(), wanted, request.includeHook());
        var content =
                Spares.rank(ArticleSummarizer.content(manuscript, request.title(), request.keywords(), metadata(name)));
        return new Ready(Credits.add(content, citations), null);
    }

    private static GeneratedContent read(String script, @Nullable Language language, ContentRequest request) {
        var manuscript = Manuscript.of(Markup.read(script), language, "/script");
        return manuscript.toContent(manuscript.titleOr(request.title()), null, request.keywords(), metadata("script"));
    }

    private Prepared prepare(ContentRequest request, Edition wanted, @Nullable Language language) {
        var draft = drafts.find(request.userId(), wanted.id(), wanted.version());
        var own = draft.content().language();
        if (language != null && !language.tag().equals(own)) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID,
                    "/language",
                    "'%s', and the draft is in '%s' (expected: none)".formatted(language.tag(), own));
        }
        var title = Briefs.blankToNull(request.title());
        return new Ready(draft.toContent(title, request.keywords()), draft.version());
    }

    private static Map<String, String> metadata(String source) {
        return Map.of("source", source, "provider", "local");
    }

    private static void requireOne(ContentRequest request) {
        var given = Stream.of(
                        request.topic(),
                        request.script(),
                        request.article(),
                        request.sources().isEmpty() ? null : request.sources(),
                        request.draft())
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            var detail = "expected: exactly one of topic, script, article, sources and draft";
            throw new CodedException(
                    CommonErrorCode.FIELD_INVALID,
                    detail,
                    Stream.of("/topic", "/script", "/article", "/sources", "/draft")
                            .map(pointer -> new FieldError(pointer, detail))
                            .toList(),
                    null,
                    null);
        }
    }
}
