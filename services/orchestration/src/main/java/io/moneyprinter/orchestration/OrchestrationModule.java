package io.moneyprinter.orchestration;

import io.moneyprinter.service.hosting.ServiceId;
import io.moneyprinter.service.hosting.ServiceModule;
import io.moneyprinter.service.store.KeyColumn;
import java.util.List;
import java.util.stream.Stream;

/** The orchestration service as the program that hosts it sees it. Nobody calls it but people. */
public final class OrchestrationModule implements ServiceModule {

    @Override
    public ServiceId id() {
        return ServiceId.ORCHESTRATION;
    }

    @Override
    public Class<?> configuration() {
        return OrchestrationConfiguration.class;
    }

    @Override
    public List<Class<?>> contracts() {
        return List.of();
    }

    @Override
    public List<KeyColumn> keyColumns() {
        var films = Stream.of(
                        "content_key",
                        "preview_key",
                        "thumbnail_key",
                        "captions_vtt_key",
                        "captions_srt_key",
                        "captions_ass_key",
                        "words_key")
                .map(column -> KeyColumn.of("orchestration.video", column));
        // What somebody wrote may look like a key: scripts are not looked through.
        var pieces = Stream.of(
                KeyColumn.within("orchestration.step_result", "result").where("kind <> 'content'"),
                KeyColumn.within("orchestration.unit_input", "input").replaceable());
        return Stream.concat(films, pieces).toList();
    }
}
