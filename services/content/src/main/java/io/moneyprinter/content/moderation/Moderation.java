package io.moneyprinter.content.moderation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.moderation.ModerationProperties.WhenDown;
import io.moneyprinter.contracts.content.ModerationRequest.FieldText;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.store.Digests;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses texts that are not wanted here, where whoever runs this has said which those are. */
public final class Moderation implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Moderation.class);

    /** A draft is looked at when it is kept, when a video is asked for and when that is made. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int MOST_REMEMBERED = 5_000;

    private final List<Moderator> moderators;
    private final WhenDown whenDown;
    private final Cache<String, Boolean> fine = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    Moderation(List<Moderator> moderators, WhenDown whenDown) {
        this.moderators = List.copyOf(moderators);
        this.whenDown = whenDown;
    }

    /** By what texts are looked at, for people; none where they are not. */
    public List<String> means() {
        return moderators.stream().map(Moderator::description).toList();
    }

    /**
     * Looks at what somebody sent.
     *
     * @param language BCP 47, null when nobody said
     * @throws CodedException {@code MODERATION_REFUSED}, about the first field that is not wanted, or another of the
     *     {@code MODERATION_} codes where nobody can say
     */
    public void check(List<FieldText> passages, @Nullable String language) {
        var unknown = unknown(passages, language);
        if (!unknown.isEmpty()) {
            look(unknown, language, false);
        }
    }

    /**
     * Looks at what a language model wrote.
     *
     * @throws CodedException as the other one does
     */
    public void checkWritten(String text, String language) {
        var unknown = unknown(List.of(new FieldText("", text)), language);
        if (!unknown.isEmpty()) {
            look(unknown, language, true);
        }
    }

    private List<FieldText> unknown(List<FieldText> passages, @Nullable String language) {
        return moderators.isEmpty()
                ? List.of()
                : passages.stream()
                        .filter(passage ->
                                !passage.text().isBlank() && fine.getIfPresent(digest(passage, language)) == null)
                        .toList();
    }

    private void look(List<FieldText> passages, @Nullable String language, boolean written) {
        var texts = passages.stream().map(FieldText::text).toList();
        var certain = true;
        for (var moderator : moderators) {
            try {
                var finding = moderator.find(texts, language);
                if (finding != null) {
                    throw refusal(moderator, finding, passages.get(finding.text()), written);
                }
            } catch (CodedException failed) {
                if (!passes(failed)) {
                    throw failed;
                }
                certain = false;
                log.warn("a text passes unseen: {} {}", failed.code().name(), failed.getMessage());
            }
        }
        if (certain) {
            passages.forEach(passage -> fine.put(digest(passage, language), true));
        }
    }

    /** A wrong key or address does not pass by itself: with it there would be no moderation at all, and nobody knew. */
    private boolean passes(CodedException failed) {
        return whenDown == WhenDown.FAIL_OPEN
                && (failed.code() == ContentErrorCode.MODERATION_THROTTLED
                        || failed.code() == ContentErrorCode.MODERATION_UNAVAILABLE);
    }

    private static CodedException refusal(Moderator moderator, Finding finding, FieldText passage, boolean written) {
        var as = String.join(", ", finding.categories());
        log.info("a text {} is refused as {}", written ? "of a language model" : "at " + passage.pointer(), as);
        var because = "refused as %s by %s%s"
                .formatted(
                        as,
                        moderator.description(),
                        finding.words() == null ? "" : " ('%s')".formatted(finding.words()));
        return written
                ? new CodedException(
                        ContentErrorCode.MODERATION_REFUSED,
                        "what the language model wrote is %s (expected: something else; word what you ask for differently)"
                                .formatted(because))
                : CodedException.ofField(
                        ContentErrorCode.MODERATION_REFUSED,
                        passage.pointer(),
                        "this is %s (expected: something else, or other words)".formatted(because));
    }

    private static String digest(FieldText passage, @Nullable String language) {
        return Digests.of(language == null ? "" : language, passage.text());
    }

    @Override
    public void close() {
        moderators.forEach(Moderator::close);
    }
}
