package io.moneyprinter.content.api;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.content.ContentRequest;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.service.store.Digests;
import io.moneyprinter.service.store.ObjectStore;
import java.util.function.Supplier;
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
        if (request.idempotencyKey() == null) {
            return write.get();
        }
        var key = key(request);
        return writing.run(key, () -> {
            if (store.exists(key)) {
                return JSON.readValue(store.file(key), GeneratedContent.class);
            }
            var written = write.get();
            store.put(key, JSON.writeValueAsBytes(written));
            return written;
        });
    }

    /** The same key with another request is another piece of work. */
    private static ObjectKey key(ContentRequest request) {
        return new ObjectKey("content/%s.json".formatted(Digests.of(VERSION, JSON.writeValueAsString(request))));
    }
}
