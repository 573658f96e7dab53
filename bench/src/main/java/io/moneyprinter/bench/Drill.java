package io.moneyprinter.bench;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.orchestration.VideoRequest;
import io.moneyprinter.contracts.orchestration.VideoStatus;
import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.problem.CodedException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the drills have in common: a small video, and a look at how it went. */
final class Drill {

    private static final Duration VIDEO = Duration.ofMinutes(6);
    private static final List<String> SENTENCES = List.of(
            "A honey bee that finds flowers flies home and dances.",
            "The dance tells her sisters which way to fly.",
            "It tells them how far the flowers are, too.",
            "One second of waggling means about one kilometre of flight.");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> MINUTE = List.of(
            "A honey bee that finds a field of flowers does not keep it for herself.",
            "She flies home, walks onto the comb and begins to dance in the dark.",
            "Her sisters crowd around her and follow every step with their antennae.",
            "She runs a short line, and all along that line she waggles her body.",
            "Then she turns back to the start, once to the left and once to the right.",
            "The line is an arrow, and gravity is her compass.",
            "Straight up on the comb means straight towards the sun.",
            "A line to the right of that means to the right of the sun.",
            "The length of the waggle tells how far the others have to fly.",
            "One second of waggling stands for about one kilometre of flight.",
            "While the sun moves on, the dancer corrects the angle of her line.",
            "Bees that have watched her leave the hive and fly almost straight there.",
            "On cloudy days they read the sun from the colours of a patch of blue sky.",
            "No other insect is known to speak of places that it cannot see.",
            "So the next time you watch a bee fly home, think of the dance to come.");

    /** How many sentences a film of about a minute has. */
    static final int SENTENCES_OF_A_FILM = MINUTE.size();

    private final MoneyPrinterClient client;
    private final Ledger ledger;
    private final PrintWriter out;

    Drill(MoneyPrinterClient client, Ledger ledger, PrintWriter out) {
        this.client = client;
        this.ledger = ledger;
        this.out = out;
    }

    /** Asks for a video that has nothing in common with earlier ones, so that nothing is found ready made. */
    VideoId create() {
        var sentences = new ArrayList<>(SENTENCES);
        sentences.add("This is film number %d."
                .formatted(Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000)));
        var settings = VideoSettings.DEFAULT.withResolution("270x480").withFps(24);
        var request = new VideoRequest(
                null, null, String.join(" ", sentences), null, null, null, null, null, null, null, settings, null);
        return client.create(request, UUID.randomUUID().toString()).videoId();
    }

    /**
     * Asks for a film of about a minute, as people get it.
     *
     * @param color of the captions, such as {@code #ffffff}; films of another colour have no chunk in common
     */
    VideoId createFilm(String color) {
        var captions = JSON.readValue("{\"color\":\"%s\"}".formatted(color), CaptionSettings.class);
        var script = String.join(" ", MINUTE);
        var settings = VideoSettings.DEFAULT.withCaptions(captions);
        var request = new VideoRequest(null, null, script, null, null, null, null, null, null, null, settings, null);
        return client.create(request, UUID.randomUUID().toString()).videoId();
    }

    /** Waits until a step of this kind runs; false when the video ended without being caught at it. */
    boolean awaitRunning(VideoId videoId, String kind) throws InterruptedException, SQLException {
        for (var i = 1; !ledger.isRunning(videoId.value(), kind); i++) {
            if (i % 100 == 0 && client.status(videoId).status().terminal()) {
                return false;
            }
            Thread.sleep(2);
        }
        return true;
    }

    /** The last status of the video; null when it did not end in time. */
    @Nullable
    VideoStatus awaitEnd(VideoId videoId) throws InterruptedException {
        var deadline = System.nanoTime() + VIDEO.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                var status = client.status(videoId);
                if (status.status().terminal()) {
                    return status;
                }
            } catch (CodedException e) {
                if (!e.code().kind().retryable()) {
                    throw e;
                }
            }
            Thread.sleep(200);
        }
        return null;
    }

    void header() {
        out.printf("%-24s %-10s %10s %10s %10s%n", "killed in", "result", "executions", "succeeded", "repeated");
    }

    /** Prints one line and says whether the video was completed and nothing was done twice. */
    boolean report(VideoId videoId, String when, @Nullable VideoStatus status) throws SQLException {
        var counts = ledger.counts(videoId.value());
        var repeated = ledger.repeated(videoId.value());
        out.printf(
                "%-24s %-10s %10d %10d %10d%n",
                when,
                status == null ? "stuck" : status.status(),
                counts.stream().mapToInt(Ledger.Count::started).sum(),
                counts.stream().mapToInt(Ledger.Count::succeeded).sum(),
                repeated);
        if (status != null && status.error() != null) {
            out.printf("  %s%n", status.error());
        }
        out.flush();
        var once = counts.stream().allMatch(count -> count.succeeded() == count.units());
        return status != null && status.status() == JobStatus.COMPLETED && repeated == 0 && once;
    }
}
