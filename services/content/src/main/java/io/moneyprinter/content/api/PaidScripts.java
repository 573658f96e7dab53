package io.moneyprinter.content.api;

import io.moneyprinter.content.journal.Work;
import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.TranslatedScript;
import io.moneyprinter.contracts.content.TranslationRequest;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scripts that a language model was paid for, by the piece of work that they were written for: asked for again, after
 * a crash or by an impatient caller, they are not paid for again.
 */
@Component
class PaidScripts {

    private static final String VERSION = "1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectStore store;
    private final OneAtATime<ObjectKey> writing = new OneAtATime<>();

    PaidScripts(ObjectStore store) {
        this.store = store;
    }

    GeneratedContent once(ContentRequest request, Supplier<GeneratedContent> write) {
        return once(request.idempotencyKey(), request, GeneratedContent.class, write);
    }

    TranslatedScript once(TranslationRequest request, Supplier<TranslatedScript> write) {
        return once(request.idempotencyKey(), request, TranslatedScript.class, write);
    }

    private <T> T once(@Nullable String idempotencyKey, Object request, Class<T> type, Supplier<T> write) {
        if (idempotencyKey == null) {
            return write.get();
        }
        var key = key(request);
        return writing.run(key, () -> {
            if (store.exists(key)) {
                return JSON.readValue(store.file(key), type);
            }
            var written = Work.named(idempotencyKey, write);
            store.put(key, JSON.writeValueAsBytes(written));
            return written;
        });
    }

    /** The same key with another request is another piece of work. */
    private static ObjectKey key(Object request) {
        return new ObjectKey("content/%s.json".formatted(Digests.of(VERSION, JSON.writeValueAsString(request))));
    }
}
