package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
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

    public ScriptInput script(Job job, Voice voice) {
        var wanted = ContentRequests.durationTarget(job.request()) - SILENCE;
        var pace = paces.of(voice.provider(), voice.id(), job.estimate().language());
        var margin = pace.isPresent() ? MARGIN : MARGIN_OF_A_STRANGER;
        return new ScriptInput((int) Math.ceil(wanted * margin * rate(job) / pace.orElse(1.0)));
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
                Duration.ofMillis(Math.round(spoken.plus(pauses).toMillis() * rate(job))));
    }

    private static double rate(Job job) {
        var voice = job.request().voiceSettings();
        return voice == null ? 1 : Objects.requireNonNullElse(voice.rate(), 1.0);
    }
}
