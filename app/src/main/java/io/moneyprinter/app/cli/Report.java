package io.moneyprinter.app.cli;

import io.moneyprinter.contracts.orchestration.VideoEstimate;
import io.moneyprinter.contracts.orchestration.VideoOutput;
import io.moneyprinter.contracts.orchestration.VideoResponse;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.orchestration.VideoView;
import io.moneyprinter.problem.CodedException;
import java.nio.file.Path;
import java.util.Map;

/** Tells whoever started {@code make}, {@code convert} or {@code translate} how it goes. */
interface Report {

    /** Something that happens before or beside the video, such as {@code starting}. */
    void note(String message);

    /** The server does not take the request; the reason is told by whoever ends the command. */
    void refused(CodedException reason);

    /** What the video would take, before it is asked for. */
    void estimated(VideoEstimate estimate);

    void accepted(VideoResponse video);

    void progressed(VideoStatus status);

    /**
     * @param video what came of it
     * @param files what was written, by what it is: video or audio, thumbnail, srt, vtt, ass, words
     */
    void completed(VideoStatus status, VideoView video, Map<String, Path> files);

    /** The video failed or was cancelled. */
    void ended(VideoStatus status);

    void progressed(VideoOutput conversion);

    void completed(VideoOutput conversion, Path file);

    /** The conversion failed. */
    void ended(VideoOutput conversion);
}
