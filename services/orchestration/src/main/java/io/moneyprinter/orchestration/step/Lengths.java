package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.Pacing;
import io.moneyprinter.contracts.video.RenderPlan;
import io.moneyprinter.contracts.video.SoundSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people are told of how a film came to its length. */
final class Lengths {

    /** What nobody would call another length. */
    private static final Duration SMALL = Duration.ofSeconds(1);

    private Lengths() {}

    /** Null when it lasts as long as it was to last, with nothing changed. */
    static @Nullable String note(VideoRequest request, RenderPlan plan) {
        var pacing = plan.pacing();
        var notes = new ArrayList<String>();
        if (!pacing.natural()) {
            notes.add("to fit the length asked for: " + String.join(", ", changes(pacing)));
        }
        if (ContentRequests.wantedDuration(request) != null
                && pacing.over().abs().compareTo(SMALL) > 0) {
            notes.add(wrong(request, plan));
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    private static List<String> changes(Pacing pacing) {
        var changes = new ArrayList<String>();
        var left = pacing.leftOut().size();
        if (left > 0) {
            changes.add(left == 1 ? "one sentence left out" : left + " sentences left out");
        }
        if (pacing.pauses() != 1) {
            changes.add("pauses %s".formatted(percent(pacing.pauses(), "longer", "shorter")));
        }
        if (pacing.tempo() != 1) {
            changes.add("voice %s".formatted(percent(pacing.tempo(), "faster", "slower")));
        }
        return changes;
    }

    private static String percent(double factor, String more, String less) {
        var percent = Math.round(Math.abs(factor - 1) * 100);
        return "%s %s".formatted(percent == 0 ? "a little" : percent + " %", factor > 1 ? more : less);
    }

    private static String wrong(VideoRequest request, RenderPlan plan) {
        var over = plan.pacing().over();
        var seconds = plan.duration().toMillis() / 1e3;
        var wanted = plan.duration().minus(over).toMillis() / 1e3;
        var words = Math.round(over.abs().toMillis() / 10.0 / seconds);
        var choices = new ArrayList<String>();
        choices.add(
                over.isPositive()
                        ? "leave about %d %% of the words out".formatted(words)
                        : "write about %d %% more".formatted(words));
        var rate = rate(request, seconds / wanted);
        if (rate != null) {
            choices.add("let the voice speak %s (rate %s)".formatted(over.isPositive() ? "faster" : "slower", rate));
        }
        choices.add("or ask for %.0f s".formatted(over.isPositive() ? Math.ceil(seconds) : Math.floor(seconds)));
        return String.format(
                Locale.ROOT, "lasts %.1f s instead of %.0f s: %s", seconds, wanted, String.join(", ", choices));
    }

    /** Null where no rate that can be asked for would do. */
    private static @Nullable BigDecimal rate(VideoRequest request, double faster) {
        if (SoundSettings.of(request.videoSettings()).narration() != null) {
            return null;
        }
        var voice = Objects.requireNonNullElse(request.voiceSettings(), VoiceSettings.DEFAULT);
        var rate = Objects.requireNonNullElse(voice.rate(), 1.0) * faster;
        return rate < VoiceSettings.SLOWEST || rate > VoiceSettings.FASTEST
                ? null
                : BigDecimal.valueOf(rate).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
