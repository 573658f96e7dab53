package io.moneyprinter.orchestration.step;

import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.video.Pacing;
import io.moneyprinter.contracts.video.RenderPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            notes.add(wrong(plan.duration(), pacing.over()));
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

    private static String wrong(Duration length, Duration over) {
        var seconds = length.toMillis() / 1e3;
        var wanted = length.minus(over).toMillis() / 1e3;
        return over.isPositive()
                ? String.format(
                        Locale.ROOT,
                        "lasts %.1f s instead of %.0f s: leave about %d %% of the words out, let the voice speak faster "
                                + "(rate), or ask for %.0f s",
                        seconds,
                        wanted,
                        Math.round(over.toMillis() / 10.0 / seconds),
                        Math.ceil(seconds))
                : String.format(
                        Locale.ROOT,
                        "lasts %.1f s instead of %.0f s: write about %d %% more, let the voice speak slower (rate), or ask "
                                + "for %.0f s",
                        seconds,
                        wanted,
                        Math.round(-over.toMillis() / 10.0 / seconds),
                        Math.floor(seconds));
    }
}
