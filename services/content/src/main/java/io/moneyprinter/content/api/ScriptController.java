package io.moneyprinter.content.api;

import io.moneyprinter.content.article.ArticleSummarizer;
import io.moneyprinter.content.article.Spares;
import io.moneyprinter.content.language.Language;
import io.moneyprinter.content.language.Word;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.content.source.Credits;
import io.moneyprinter.content.source.SourceText;
import io.moneyprinter.content.source.Sources;
import io.moneyprinter.content.topic.TopicWriter;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.ContentEstimate;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/** Chooses by what the request has: a script is read, texts are shortened, a topic is written about. */
@RestController
class ScriptController implements ScriptWriting {

    /** Narrations that we have seen say a sentence in about this many seconds. */
    private static final int SECONDS_PER_SENTENCE = 5;

    private final ArticleSummarizer articles;
    private final TopicWriter topics;
    private final Sources sources;
    private final PaidScripts paid;

    ScriptController(ArticleSummarizer articles, TopicWriter topics, Sources sources, PaidScripts paid) {
        this.articles = articles;
        this.topics = topics;
        this.sources = sources;
        this.paid = paid;
    }

    @Override
    public GeneratedContent generate(ContentRequest request) {
        return switch (source(request)) {
            case Topic() -> Spares.rank(paid.once(request, () -> topics.write(request, language(request))));
            case Text(var name, var manuscript, var citations) ->
                Credits.add(content(name, manuscript, request), citations);
        };
    }

    private static GeneratedContent content(String source, Manuscript manuscript, ContentRequest request) {
        var metadata = Map.of("source", source, "provider", "local");
        return source.equals("script")
                ? manuscript.toContent(manuscript.titleOr(request.title()), null, request.keywords(), metadata)
                : Spares.rank(
                        ArticleSummarizer.content(manuscript, request.title(), request.keywords(), metadata));
    }

    @Override
    public ContentEstimate check(ContentRequest request) {
        return switch (source(request)) {
            case Topic() -> {
                topics.requireModel();
                var language = topics.language(request, language(request));
                yield new ContentEstimate(
                        language.tag(),
                        request.title() == null ? Headline.title(String.valueOf(request.topic())) : request.title(),
                        Math.max(1, request.durationTarget() / SECONDS_PER_SENTENCE),
                        request.durationTarget(),
                        (int) Math.round(request.durationTarget() * Word.charactersPerSecond(language)),
                        null,
                        List.of());
            }
            case Text(var name, var manuscript, var citations) -> {
                var script = manuscript.script();
                yield new ContentEstimate(
                        manuscript.language().tag(),
                        manuscript.titleOr(request.title()),
                        manuscript.sentenceCount(),
                        manuscript.estimatedDuration(),
                        script.codePointCount(0, script.length()),
                        script,
                        manuscript.headings());
            }
        };
    }

    private sealed interface Material {}

    private record Topic() implements Material {}

    private record Text(String name, Manuscript manuscript, List<Citation> citations) implements Material {}

    private Material source(ContentRequest request) {
        var language = language(request);
        var texts = request.sources().isEmpty() ? 0 : 1;
        if (given(request.topic()) + given(request.script()) + given(request.article()) + texts != 1) {
            var detail = "expected: exactly one of topic, script, article and sources";
            throw new CodedException(
                    CommonErrorCode.FIELD_INVALID,
                    detail,
                    List.of(
                            new FieldError("/topic", detail),
                            new FieldError("/script", detail),
                            new FieldError("/article", detail),
                            new FieldError("/sources", detail)),
                    null,
                    null);
        }
        if (request.script() != null) {
            return new Text("script", Manuscript.of(Markup.read(request.script()), language, "/script"), List.of());
        }
        if (request.article() != null) {
            return new Text(
                    "article",
                    articles.summarize(
                            List.of(sources.read(request.article())),
                            "/article",
                            request.durationTarget(),
                            language,
                            request.includeHook()),
                    List.of());
        }
        if (!request.sources().isEmpty()) {
            var read = sources.read(request.userId(), request.sources());
            return new Text(
                    "sources",
                    articles.summarize(read, "/sources", request.durationTarget(), language, request.includeHook()),
                    read.stream()
                            .map(SourceText::citation)
                            .filter(Objects::nonNull)
                            .toList());
        }
        if (request.topic() == null || request.topic().isBlank()) {
            throw CodedException.ofField(
                    CommonErrorCode.FIELD_INVALID, "/topic", "blank (expected: something to write about)");
        }
        return new Topic();
    }

    private static int given(@Nullable String text) {
        return text == null ? 0 : 1;
    }

    private static @Nullable Language language(ContentRequest request) {
        return request.language() == null || request.language().isBlank()
                ? null
                : Language.parse(request.language(), "/language");
    }
}
