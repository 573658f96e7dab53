package io.moneyprinter.content.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.UserId;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.content.Source;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.CommonErrorCode;
import io.moneyprinter.problem.FieldError;
import io.moneyprinter.service.document.DocumentFormat;
import io.moneyprinter.service.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the texts that a request names, wherever they are. */
@Component
public class Sources {

    private static final int MOST_KEPT = 100;

    private final WebSources web;
    private final Documents documents;
    private final MaterialLibrary materials;
    private final ObjectStore store;

    /** What a request is checked with is what it is made of soon after. */
    private final Cache<Source, SourceText> fetched;

    Sources(
            WebSources web,
            Documents documents,
            MaterialLibrary materials,
            ObjectStore store,
            SourceProperties properties) {
        this.web = web;
        this.documents = documents;
        this.materials = materials;
        this.store = store;
        fetched = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(properties.keep())
                .build();
    }

    /**
     * The texts in the order of the request.
     *
     * @throws CodedException that names the source at fault
     */
    public List<SourceText> read(UserId user, List<Source> sources) {
        var texts = new ArrayList<SourceText>();
        for (var index = 0; index < sources.size(); index++) {
            try {
                texts.add(read(user, sources.get(index)));
            } catch (CodedException e) {
                throw atSource(e, "/sources/" + index, sources.get(index));
            }
        }
        return List.copyOf(texts);
    }

    /**
     * A text that was sent: Markdown, HTML or plain.
     *
     * @throws CodedException {@code SOURCE_TOO_COMPLEX} for markup that is made to hurt
     */
    public SourceText read(String text) {
        return documents.read(() -> SourceText.of(text));
    }

    private SourceText read(UserId user, Source source) {
        if (source.given() != 1) {
            throw new CodedException(
                    CommonErrorCode.FIELD_INVALID,
                    "%d are given (expected: exactly one of url, feed, asset_id and text)".formatted(source.given()));
        }
        var read = source.assetId() != null
                ? document(user, source.assetId())
                : source.text() != null ? read(source.text()) : fetched(source);
        if (read.passages().isEmpty()) {
            throw new CodedException(ContentErrorCode.SOURCE_EMPTY, "there is no text in it");
        }
        return cited(read, source.title());
    }

    private SourceText fetched(Source source) {
        var known = fetched.getIfPresent(source);
        if (known != null) {
            return known;
        }
        var read = web.read(source);
        fetched.put(source, read);
        return read;
    }

    private SourceText document(UserId user, AssetId id) {
        var asset = materials.asset(user, id);
        if (asset.fileType() != Asset.Type.DOCUMENT) {
            throw new CodedException(
                    ContentErrorCode.SOURCE_UNSUPPORTED, "asset %s is no document".formatted(asset.assetId()));
        }
        var file = store.file(materials.media(user, id));
        try {
            var format = DocumentFormat.of(file);
            if (format == null) {
                throw new CodedException(ContentErrorCode.DOCUMENT_DAMAGED, "the document cannot be read");
            }
            var text = documents.read(file, format);
            return text.citation() != null
                    ? text
                    : text.citedAs(
                            new Citation(Objects.requireNonNullElse(text.title(), asset.filename()), null, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** By the title that was asked for; what was sent is cited only when it has one. */
    private static SourceText cited(SourceText text, @Nullable String title) {
        var citation = text.citation();
        if (title != null && !title.isBlank()) {
            return text.citedAs(
                    citation == null
                            ? new Citation(Headline.title(title), null, null, null)
                            : new Citation(
                                    Headline.title(title), citation.url(), citation.site(), citation.published()));
        }
        return citation == null && text.title() != null
                ? text.citedAs(new Citation(text.title(), null, null, null))
                : text;
    }

    private static CodedException atSource(CodedException failure, String pointer, Source source) {
        var address = source.url() != null ? source.url() : source.feed();
        var message = address == null ? failure.getMessage() : "%s: %s".formatted(address, failure.getMessage());
        var detail = Objects.requireNonNullElse(message, failure.code().meaning());
        return new CodedException(
                failure.code(), detail, List.of(new FieldError(pointer, detail)), failure.retryAfter(), failure);
    }
}
