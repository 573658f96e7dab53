package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.content.Citation;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoEstimate;
import io.moneyprinter.contracts.orchestration.VideoOutput;
import io.moneyprinter.contracts.orchestration.VideoResponse;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.contracts.tts.Charge;
import io.moneyprinter.problem.CodedException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object per line, each with an {@code event}; the last one is {@code completed}, {@code failed}, {@code cancelled} or {@code refused}. */
final class JsonReport implements Report {

    private final PrintWriter out;
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private @Nullable Object last;

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void note(String message) {
        print("note", Map.of("message", message));
    }

    @Override
    public void refused(CodedException reason) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("code", reason.code().name());
        problem.put("detail", String.valueOf(reason.getMessage()));
        problem.put("errors", reason.errors());
        print("refused", problem);
    }

    @Override
    public void estimated(VideoEstimate estimate) {
        print("estimated", estimate);
    }

    @Override
    public void accepted(VideoResponse video) {
        print("accepted", video);
    }

    @Override
    public void progressed(VideoStatus status) {
        printChanged(status);
    }

    @Override
    public void progressed(VideoOutput conversion) {
        printChanged(conversion);
    }

    private void printChanged(Object progress) {
        if (!progress.equals(last)) {
            last = progress;
            print("progress", progress);
        }
    }

    @Override
    public void completed(VideoStatus status, VideoView video, Map<String, Path> files) {
        printCompleted(status.videoId(), video.charge(), video.citations(), files);
    }

    @Override
    public void completed(VideoOutput conversion, Path file) {
        printCompleted(conversion.videoId(), null, List.of(), Map.of("video", file));
    }

    private void printCompleted(
            VideoId videoId, @Nullable Charge charge, List<Citation> citations, Map<String, Path> files) {
        var paths = new LinkedHashMap<String, String>();
        files.forEach((name, file) -> paths.put(name, file.toAbsolutePath().toString()));
        var result = new LinkedHashMap<String, Object>();
        result.put("video_id", videoId);
        if (charge != null) {
            result.put("charge", charge);
        }
        if (!citations.isEmpty()) {
            result.put("citations", citations);
        }
        result.put("files", paths);
        print("completed", result);
    }

    @Override
    public void ended(VideoStatus status) {
        printEnded(status.status(), status);
    }

    @Override
    public void ended(VideoOutput conversion) {
        printEnded(conversion.status(), conversion);
    }

    private void printEnded(JobStatus how, Object end) {
        print(json.convertValue(how, String.class), end);
    }

    private void print(String event, Object data) {
        var line = new LinkedHashMap<String, Object>();
        line.put("event", event);
        line.put("data", data);
        out.println(json.writeValueAsString(line));
        out.flush();
    }
}
