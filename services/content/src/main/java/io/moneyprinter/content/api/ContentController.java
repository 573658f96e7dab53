package io.moneyprinter.content.api;

import io.moneyprinter.content.enhance.Enhanced;
import io.moneyprinter.content.enhance.Enhancer;
import io.moneyprinter.content.enhance.Wish;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.Markup;
import io.moneyprinter.content.seo.Platform;
import io.moneyprinter.content.seo.SeoWriter;
import io.moneyprinter.content.topic.Brief;
import io.moneyprinter.content.topic.TopicWriter;
import io.moneyprinter.content.topic.Variations;
import io.moneyprinter.content.view.ContentView;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.ScriptWriting;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Readability;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Words, for people and programs. */
@RestController
@RequestMapping("/api/v1/content")
class ContentController {

    private static final String KEY = "Idempotency-Key";

    private final ScriptWriting writing;
    private final TopicWriter topics;
    private final StreamedScripts streamed;
    private final Variations variations;
    private final Enhancer enhancer;
    private final SeoWriter seo;
    private final Estimates estimates;
    private final Briefs briefs;
    private final Screening screening;
    private final Once once;

    ContentController(
            ScriptWriting writing,
            TopicWriter topics,
            StreamedScripts streamed,
            Variations variations,
            Enhancer enhancer,
            SeoWriter seo,
            Estimates estimates,
            Briefs briefs,
            Screening screening,
            Once once) {
        this.writing = writing;
        this.topics = topics;
        this.streamed = streamed;
        this.variations = variations;
        this.enhancer = enhancer;
        this.seo = seo;
        this.estimates = estimates;
        this.briefs = briefs;
        this.screening = screening;
        this.once = once;
    }

    /** A script about a topic, of a given script, or of an article. */
    @PostMapping(path = "/generate", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ContentView> generate(
            Caller caller,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody GenerateRequest request) {
        return once.answer(
                        caller.userId(),
                        key,
                        "generate",
                        request,
                        ContentView.class,
                        () -> ContentView.of(
                                request.script() == null && request.article() == null
                                        ? screening.written(topics.write(brief(caller.userId(), request), null))
                                        : writing.generate(Briefs.inner(caller.userId(), request))))
                .in(ResponseEntity.ok());
    }

    /**
     * A script about a topic, while it is written: events {@code scene}, {@code start_over} when the scenes so far are worth
     * nothing, and at the end {@code content} or {@code problem}.
     */
    @PostMapping(path = "/generate", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Caller caller, @Valid @RequestBody GenerateRequest request) {
        var brief = brief(caller.userId(), request);
        topics.requireModel(brief.provider());
        return streamed.write(brief);
    }

    /** Several scripts about one topic, which differ in how they open, in what order they tell, and in their tone. */
    @PostMapping("/variations")
    ResponseEntity<VariationsView> variations(
            Caller caller,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody VariationsRequest request) {
        return once.answer(
                        caller.userId(),
                        key,
                        "variations",
                        request,
                        VariationsView.class,
                        () -> VariationsView.of(screening.written(
                                variations.write(brief(caller.userId(), request.request()), request.wanted()))))
                .in(ResponseEntity.ok());
    }

    /** A script in other words, shorter, longer, easier, in another language, or with marks at what to look up. */
    @PostMapping("/enhance")
    ResponseEntity<EnhancedView> enhance(
            Caller caller,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody EnhanceRequest request) {
        return once.answer(
                        caller.userId(),
                        key,
                        "enhance",
                        request,
                        EnhancedView.class,
                        () -> EnhancedView.of(enhanced(wish(caller.userId(), request))))
                .in(ResponseEntity.ok());
    }

    /** Title, description, hashtags and keywords for each platform. */
    @PostMapping("/seo")
    ResponseEntity<SeoView> seo(
            Caller caller,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @Valid @RequestBody SeoRequest request) {
        return once.answer(caller.userId(), key, "seo", request, SeoView.class, () -> seo(caller.userId(), request))
                .in(ResponseEntity.ok());
    }

    /** How long a script will be and what it will cost; asks no model. */
    @PostMapping("/estimate")
    EstimateView estimate(Caller caller, @Valid @RequestBody GenerateRequest request) {
        return estimates.of(caller.userId(), request);
    }

    private Brief brief(UserId user, GenerateRequest request) {
        var brief = briefs.of(user, request);
        screening.check(brief, "/topic", "/material");
        return brief;
    }

    private Enhanced enhanced(Wish wish) {
        screening.check(wish);
        return screening.written(enhancer.enhance(wish));
    }

    private static Wish wish(UserId user, EnhanceRequest request) {
        return new Wish(
                user,
                request.enhancement(),
                request.script(),
                Briefs.tag(request.language(), "/language"),
                Briefs.tag(request.targetLanguage(), "/target_language"),
                request.durationTarget(),
                Briefs.blankToNull(request.style()),
                Briefs.blankToNull(request.tone()),
                Briefs.blankToNull(request.targetAudience()),
                request.extract(),
                Briefs.blankToNull(request.provider()));
    }

    private SeoView seo(UserId user, SeoRequest request) {
        var manuscript =
                Manuscript.of(Markup.read(request.script()), Briefs.tag(request.language(), "/language"), "/script");
        var content = manuscript.toContent(
                manuscript.titleOr(request.title()),
                null,
                Objects.requireNonNullElse(request.keywords(), List.of()),
                Map.of());
        screening.check(content, "/script");
        var platforms = request.platforms() == null
                ? List.of(Platform.values())
                : request.platforms().stream().distinct().toList();
        return new SeoView(
                content.language(),
                content.estimatedDuration(),
                Readability.of(
                        content.sentences().stream().map(Sentence::text).toList(), new Language(content.language())),
                screening.written(
                        seo.write(
                                user,
                                content,
                                Objects.requireNonNullElse(request.keywords(), List.of()),
                                platforms,
                                request.local(),
                                Briefs.blankToNull(request.provider())),
                        content.language()));
    }
}
