package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.contracts.tts.Voice;
import io.moneyprinter.orchestration.job.Job;
import io.moneyprinter.orchestration.job.Paces;
import io.moneyprinter.orchestration.job.ScriptInput;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How long a script has to be, so that this voice takes as long for it as was asked for. */
@Component
public class ScriptLengths {

    /** What is heard before the first word and after the last one, in seconds. */
    private static final double SILENCE = 1.2;

    /** What is too much can be left out when it is spoken; what is missing cannot be made up. */
    private static final double MARGIN = 1.1;

    /** A voice that nobody has heard may be a fast one. */
    private static final double MARGIN_OF_A_STRANGER = 1.4;

    private final Paces paces;

    ScriptLengths(Paces paces) {
        this.paces = paces;
    }

    public ScriptInput script(VideoRequest request, Voice voice, String language) {
        var wanted = ContentRequests.durationTarget(request) - SILENCE;
        var pace = paces.of(voice.provider(), voice.id(), language);
        var margin = pace.isPresent() ? MARGIN : MARGIN_OF_A_STRANGER;
        return new ScriptInput((int) Math.ceil(wanted * margin * rate(request) / pace.orElse(1.0)));
    }

    /** How long a voice takes for a script that is estimated to last so long, in seconds. */
    public double spoken(int estimated, VideoRequest request, Voice voice, String language) {
        return estimated * paces.of(voice.provider(), voice.id(), language).orElse(1.0) / rate(request);
    }

    /** Remembers how long a whole script took. */
    void learn(Job job, GeneratedContent content, List<Speech> speeches) {
        var first = speeches.getFirst();
        var alone = speeches.stream()
                .allMatch(each ->
                        each.provider().equals(first.provider()) && each.voice().equals(first.voice()));
        if (!alone || job.lineage().edited() || RecordedNarration.of(job) != null) {
            return;
        }
        var spoken = speeches.stream().map(Speech::duration).reduce(Duration.ZERO, Duration::plus);
        var pauses = content.sentences().stream().map(Sentence::pauseAfter).reduce(Duration.ZERO, Duration::plus);
        paces.learn(
                first.provider(),
                first.voice(),
                content.language(),
                Duration.ofSeconds(content.estimatedDuration()),
                Duration.ofMillis(Math.round(spoken.plus(pauses).toMillis() * rate(job.request()))));
    }

    private static double rate(VideoRequest request) {
        var voice = request.voiceSettings();
        return voice == null ? 1 : Objects.requireNonNullElse(voice.rate(), 1.0);
    }
}
