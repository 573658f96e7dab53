package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.content.ExchangePage;
import io.moneyprinter.contracts.content.ModelExchanges;
import io.moneyprinter.orchestration.job.Jobs;
import io.moneyprinter.service.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What language models were asked for a video, and what they said. */
@RestController
class ExchangeController {

    private final Jobs jobs;
    private final ModelExchanges exchanges;

    ExchangeController(Jobs jobs, ModelExchanges exchanges) {
        this.jobs = jobs;
        this.exchanges = exchanges;
    }

    /** Newest first; of this very version, none where no model was asked or it is kept no longer. */
    @GetMapping(VideoViews.PATH + "/{video_id}/exchanges")
    ExchangePage exchanges(
            Caller caller,
            @PathVariable("video_id") String id,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var job = VideoController.job(jobs, caller.userId(), id);
        return exchanges.exchanges(job.userId(), job.videoId().value(), limit, cursor);
    }
}
