package io.moneyprinter.orchestration.video;

import io.moneyprinter.contracts.common.OutputId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoOutput;
import io.moneyprinter.contracts.video.ConversionSettings;
import io.moneyprinter.contracts.video.Extract;
import io.moneyprinter.contracts.video.Rendition;
import io.moneyprinter.orchestration.job.Inputs;
import io.moneyprinter.orchestration.job.Output;
import io.moneyprinter.orchestration.job.Results;
import io.moneyprinter.orchestration.job.StepKind;
import io.moneyprinter.orchestration.progress.StatusBoard;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Further files of videos as people get to see them. */
@Component
class OutputViews {

    private final Inputs inputs;
    private final Results results;
    private final StatusBoard board;
    private final Clock clock;

    OutputViews(Inputs inputs, Results results, StatusBoard board, Clock clock) {
        this.inputs = inputs;
        this.results = results;
        this.board = board;
        this.clock = clock;
    }

    VideoOutput view(Output output) {
        var unit = output.unit();
        var key = output.key();
        var rendition = results.find(key, Rendition.class).orElse(null);
        return new VideoOutput(
                output.id(),
                key.videoId(),
                status(output),
                conversion(output),
                extract(output),
                unit.open() ? clock.instant().plus(board.remaining(unit)) : null,
                board.error(unit),
                rendition == null ? null : file(output, rendition),
                output.createdAt(),
                unit.startedAt(),
                unit.finishedAt());
    }

    /** Such as {@code -vp9-360x640} or {@code -contact-sheet}: files of one video have different names. */
    String suffix(Output output) {
        var extract = extract(output);
        if (extract != null) {
            return extract == Extract.CONTACT_SHEET ? "-contact-sheet" : "";
        }
        var wanted = conversion(output);
        return wanted == null
                ? ""
                : Stream.of(
                                wanted.codec(),
                                wanted.optimizationPreset(),
                                wanted.resolution(),
                                wanted.fps(),
                                wanted.quality())
                        .filter(Objects::nonNull)
                        .map(part ->
                                "-" + part.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.joining());
    }

    static String path(VideoOutput output) {
        return path(output.videoId(), output.extract() == null ? StepKind.CONVERSION : StepKind.EXTRACT, output.id());
    }

    private static String path(VideoId video, StepKind kind, OutputId id) {
        return "%s/%s/%ss/%s".formatted(VideoViews.PATH, video, kind.id(), id);
    }

    private static JobStatus status(Output output) {
        return switch (output.unit().state()) {
            case WAITING -> JobStatus.PENDING;
            case RUNNING, RETRYING -> JobStatus.PROCESSING;
            case DONE -> JobStatus.COMPLETED;
            case FAILED -> JobStatus.FAILED;
        };
    }

    private @Nullable ConversionSettings conversion(Output output) {
        return output.key().kind() == StepKind.CONVERSION
                ? inputs.find(output.key(), ConversionSettings.class).orElse(null)
                : null;
    }

    private @Nullable Extract extract(Output output) {
        return output.key().kind() == StepKind.EXTRACT
                ? inputs.find(output.key(), Extract.class).orElse(null)
                : null;
    }

    private static VideoOutput.File file(Output output, Rendition rendition) {
        var key = output.key();
        return new VideoOutput.File(
                path(key.videoId(), key.kind(), output.id()) + "/content",
                FilmFiles.type(rendition.key()).toString(),
                rendition.width() == 0 ? null : rendition.width(),
                rendition.height() == 0 ? null : rendition.height(),
                rendition.duration().isZero() ? null : rendition.duration().toMillis() / 1e3,
                rendition.size(),
                rendition.encoder(),
                rendition.note());
    }
}
