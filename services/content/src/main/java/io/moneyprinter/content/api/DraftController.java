package io.moneyprinter.content.api;

import io.moneyprinter.content.draft.Draft;
import io.moneyprinter.content.draft.DraftSummary;
import io.moneyprinter.content.draft.Drafts;
import io.moneyprinter.content.view.ContentView;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.service.identity.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The scripts that the caller keeps. */
@RestController
class DraftController {

    private static final String PATH = "/api/v1/content/drafts";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private final Drafts drafts;
    private final Screening screening;
    private final Once once;

    DraftController(Drafts drafts, Screening screening, Once once) {
        this.drafts = drafts;
        this.screening = screening;
        this.once = once;
    }

    /**
     * @param version counts up with each change
     * @param createdAt when this version was written
     */
    record DraftView(String draftId, int version, Instant createdAt, ContentView content) {

        static DraftView of(Draft draft) {
            return new DraftView(draft.id(), draft.version(), draft.createdAt(), ContentView.of(draft.content()));
        }
    }

    /** @param drafts those changed last first */
    record DraftList(List<DraftSummary> drafts) {}

    /** @param versions latest first */
    record VersionList(List<DraftSummary> versions) {}

    /** Keeps a script, as it was generated or written: with its sections, or with its script alone. */
    @PostMapping(PATH)
    ResponseEntity<DraftView> create(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody ContentView content) {
        var given = screened(content);
        var answer = once.store(
                caller.userId(),
                key,
                "draft",
                content,
                DraftView.class,
                () -> DraftView.of(drafts.create(caller.userId(), given)));
        return answer.in(
                ResponseEntity.created(URI.create(PATH + "/" + answer.value().draftId()))
                        .eTag(tag(answer.value())));
    }

    @GetMapping(PATH)
    DraftList all(Caller caller) {
        return new DraftList(drafts.of(caller.userId()));
    }

    /** Without a version the latest. */
    @GetMapping(PATH + "/{draft_id}")
    ResponseEntity<DraftView> get(
            Caller caller,
            @PathVariable("draft_id") String id,
            @RequestParam(required = false) @Nullable Integer version) {
        var draft = DraftView.of(drafts.find(caller.userId(), id, version));
        return ResponseEntity.ok().eTag(tag(draft)).body(draft);
    }

    @GetMapping(PATH + "/{draft_id}/versions")
    VersionList versions(Caller caller, @PathVariable("draft_id") String id) {
        return new VersionList(drafts.versions(caller.userId(), id));
    }

    /** Adds a version. With {@code If-Match} only if the draft has not changed since it was read. */
    @PutMapping(PATH + "/{draft_id}")
    ResponseEntity<DraftView> update(
            Caller caller,
            @PathVariable("draft_id") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @Valid @RequestBody ContentView content) {
        var draft = DraftView.of(drafts.update(caller.userId(), id, version(match), screened(content)));
        return ResponseEntity.ok().eTag(tag(draft)).body(draft);
    }

    /** Removes a draft with all its versions. */
    @DeleteMapping(PATH + "/{draft_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("draft_id") String id) {
        drafts.delete(caller.userId(), id);
    }

    private GeneratedContent screened(ContentView content) {
        var given = content.toContent();
        var sections = content.sections();
        screening.check(given, sections == null || sections.isEmpty() ? "/script" : "/sections");
        return given;
    }

    private static String tag(DraftView draft) {
        return "\"%d\"".formatted(draft.version());
    }

    private static @Nullable Integer version(@Nullable String match) {
        if (match == null || match.strip().equals("*")) {
            return null;
        }
        var tag = TAG.matcher(match.strip());
        if (!tag.matches()) {
            throw new CodedException(
                    CommonErrorCode.FIELD_INVALID, "If-Match: %s (expected: the ETag of a draft)".formatted(match));
        }
        return Integer.valueOf(tag.group(1));
    }
}
