package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.MaterialLibrary;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.orchestration.Produce;
import io.moneyprinter.contracts.tts.Excerpt;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.SpeechText;
import io.moneyprinter.contracts.video.PlanRequest;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Music;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.job.UnitKey;
import io.moneyprinter.orchestration.progress.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a video is laid out from, when all of it is spoken and shown. */
@Component
class PlanRequests {

    private final MaterialLibrary materials;
    private final SettingsFiles files;
    private final RecordedNarration recordings;
    private final Results results;

    PlanRequests(MaterialLibrary materials, SettingsFiles files, RecordedNarration recordings, Results results) {
        this.materials = materials;
        this.files = files;
        this.recordings = recordings;
        this.results = results;
    }

    PlanRequest of(Job job, UnitKey key) {
        var content = results.content(job.videoId());
        var speeches = results.all(job.videoId(), StepKind.SPEECH, Speech.class);
        var shots = results.all(job.videoId(), StepKind.SHOT, Shot.class);
        var times = times(job, key, content);
        var sentences = new ArrayList<PlanRequest.SpokenSentence>();
        for (var sentence : content.sentences()) {
            var index = sentences.size();
            sentences.add(new PlanRequest.SpokenSentence(
                    sentence.text(),
                    sentence.pauseAfter(),
                    speeches.get(index),
                    shots.isEmpty() ? null : shots.get(index),
                    sentence.caption(),
                    times.isEmpty() ? null : times.get(index),
                    pauses(sentence),
                    sentence.spare()));
        }
        var settings = Objects.requireNonNullElse(job.request().videoSettings(), VideoSettings.DEFAULT)
                .withLogo();
        var music = Music.asset(settings);
        return new PlanRequest(
                job.userId(),
                job.videoId(),
                content.title(),
                content.language(),
                Weights.canvas(job.request()),
                settings,
                job.seed(),
                music == null ? null : materials.media(job.userId(), music),
                files.of(job.userId(), settings, job.lineage().rootId()),
                headings(content.sections()),
                sentences,
                target(job),
                job.lineage().tempo(),
                manner(job));
    }

    private static @Nullable String manner(Job job) {
        var request = job.request();
        var said = Stream.of(request.tone(), request.style())
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? null : said;
    }

    /**
     * A script, a draft or a translation without a length lasts as long as it takes, as does all that is edited or
     * recorded.
     */
    private static @Nullable Duration target(Job job) {
        var request = job.request();
        if (job.lineage().edited() || RecordedNarration.of(job) != null) {
            return null;
        }
        var open = request.script() != null
                || request.draft() != null
                || job.lineage().original() != null;
        return ContentRequests.wantedDuration(request) == null && open
                ? null
                : Duration.ofSeconds(ContentRequests.durationTarget(request));
    }

    private static List<Integer> pauses(Sentence sentence) {
        return SpeechText.parse(sentence.script()).marks().stream()
                .filter(SpeechText.Mark.Pause.class::isInstance)
                .map(mark -> ((SpeechText.Mark.Pause) mark).at())
                .toList();
    }

    /** Captions alone of a recording are captions of its file: where each sentence is in it. Else nothing. */
    private List<Duration> times(Job job, UnitKey key, GeneratedContent content) {
        return job.produces() == Produce.CAPTIONS && RecordedNarration.of(job) != null
                ? recordings.excerpts(job, key, content).stream()
                        .map(Excerpt::start)
                        .toList()
                : List.of();
    }

    private static Map<Integer, String> headings(List<Section> sections) {
        var headings = new HashMap<Integer, String>();
        var first = 0;
        for (var section : sections) {
            var heading = section.heading();
            if (heading != null && !heading.isBlank()) {
                headings.put(first, heading);
            }
            first += section.sentences().size();
        }
        return headings;
    }
}
