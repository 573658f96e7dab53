package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.orchestration.JobError;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.ProcessingStage;
import io.moneyprinter.contracts.orchestration.VideoEstimate;
import io.moneyprinter.contracts.orchestration.VideoOutput;
import io.moneyprinter.contracts.orchestration.VideoResponse;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.problem.CodedException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line that is drawn again: what is done now, how far, how long it will take. Plain lines where there is no terminal. */
final class ProgressBar implements Report {

    private static final int WIDTH = 24;
    private static final int DECIMALS = 4;

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean terminal;
    private String shown = "";

    ProgressBar(PrintWriter err, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
        var console = System.console();
        this.terminal = console != null && console.isTerminal();
    }

    @Override
    public void note(String message) {
        if (!quiet) {
            clear();
            draw(message);
        }
    }

    @Override
    public void refused(CodedException reason) {
        end();
    }

    @Override
    public void estimated(VideoEstimate estimate) {
        var speech = estimate.speech();
        if (!quiet && speech != null && speech.estimatedCost().signum() > 0) {
            clear();
            err.println("%s%d characters for %s of %s to speak, about %s"
                    .formatted(
                            estimate.exact() ? "" : "about ",
                            speech.characters(),
                            speech.voice(),
                            speech.provider(),
                            price(speech.estimatedCost(), speech.currency())));
            err.flush();
        }
    }

    @Override
    public void accepted(VideoResponse video) {
        if (!quiet) {
            clear();
            draw("accepted as video " + video.videoId());
        }
    }

    @Override
    public void progressed(VideoStatus status) {
        if (!quiet) {
            draw(line(status, Instant.now()));
        }
    }

    @Override
    public void completed(VideoStatus status, VideoView video, Map<String, Path> files) {
        if (!quiet) {
            var charge = video.charge();
            progressed(status);
            end();
            status.stages().stream()
                    .filter(stage -> stage.note() != null)
                    .forEach(stage -> err.println("%s: %s".formatted(stage.name(), stage.note())));
            if (charge != null && charge.estimatedCost().signum() > 0) {
                err.println("spoken: %d characters, about %s"
                        .formatted(charge.characters(), price(charge.estimatedCost(), charge.currency())));
            }
            video.citations().forEach(citation -> err.println("made of: " + citation.line()));
            err.println(files.values().stream().map(Path::toString).collect(Collectors.joining("  ")));
            err.flush();
        }
    }

    @Override
    public void ended(VideoStatus status) {
        printEnded(status.error(), "the video was cancelled");
    }

    @Override
    public void progressed(VideoOutput conversion) {
        if (!quiet) {
            draw(line(conversion, Instant.now()));
        }
    }

    @Override
    public void completed(VideoOutput conversion, Path file) {
        if (!quiet) {
            end();
            var note = conversion.file() == null ? null : conversion.file().note();
            if (note != null) {
                err.println(note);
            }
            err.println(file);
            err.flush();
        }
    }

    @Override
    public void ended(VideoOutput conversion) {
        printEnded(conversion.error(), "the conversion was cancelled");
    }

    /** @param otherwise what is said without an error */
    private void printEnded(@Nullable JobError error, String otherwise) {
        end();
        err.println(
                error == null
                        ? "moneyprinter: " + otherwise
                        : "moneyprinter: %s (%s)".formatted(error.detail(), error.code()));
        err.flush();
    }

    private static String price(BigDecimal amount, String currency) {
        return amount.setScale(DECIMALS, RoundingMode.UP).stripTrailingZeros().toPlainString() + " " + currency;
    }

    private static String line(VideoOutput conversion, Instant now) {
        var error = conversion.error();
        var doing = conversion.status() == JobStatus.PENDING ? "waiting" : "converting";
        var left = error == null ? left(conversion.estimatedCompletion(), now) : error.detail();
        return "%-10s %s".formatted(doing, left).stripTrailing();
    }

    static String line(VideoStatus status, Instant now) {
        var full = status.progress() * WIDTH / 100;
        var bar = "█".repeat(full) + "░".repeat(WIDTH - full);
        return "%-10s %s %3d %%  %s"
                .formatted(stage(status), bar, status.progress(), left(status, now))
                .stripTrailing();
    }

    private static String stage(VideoStatus status) {
        if (status.status() == JobStatus.COMPLETED) {
            return "done";
        }
        return status.stages().stream()
                .filter(stage -> stage.status() == JobStatus.PROCESSING)
                .map(ProcessingStage::name)
                .findFirst()
                .orElse("waiting");
    }

    private static String left(VideoStatus status, Instant now) {
        for (var stage : status.stages()) {
            var error = stage.error();
            if (stage.status() == JobStatus.PROCESSING && error != null) {
                return error.detail();
            }
        }
        return status.status().terminal() ? "" : left(status.estimatedCompletion(), now);
    }

    private static String left(@Nullable Instant end, Instant now) {
        return end == null ? "" : "about " + clock(Duration.between(now, end)) + " left";
    }

    private static String clock(@Nullable Duration left) {
        var seconds = left == null || left.isNegative() ? 0 : left.toSeconds();
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private void draw(String line) {
        if (line.equals(shown)) {
            return;
        }
        if (terminal) {
            err.print("\r\u001b[K" + line);
        } else {
            err.println(line);
        }
        err.flush();
        shown = line;
    }

    private void clear() {
        if (terminal && !shown.isEmpty()) {
            err.print("\r\u001b[K");
        }
        shown = "";
    }

    private void end() {
        if (terminal && !shown.isEmpty()) {
            err.println();
        }
        shown = "";
    }
}
