package io.moneyprinter.bench;

import io.moneyprinter.client.MoneyPrinterClient;
import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.common.VideoId;
import io.moneyprinter.contracts.orchestration.Edit;
import io.moneyprinter.contracts.orchestration.EditRequest;
import io.moneyprinter.contracts.orchestration.JobStatus;
import io.moneyprinter.contracts.tts.VoiceSettings;
import io.moneyprinter.contracts.video.CaptionSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a film of a minute and changes it in every way, each time from the first version, and compares what a change
 * costs with what all its pictures cost: with a change of the style of all captions, after which no chunk is as before.
 */
public final class EditBench {

    private static final int SENTENCE = 7;

    private final Class<?> main;
    private final PrintWriter out;
    private final Path home;

    /** @param main the class whose {@code main} understands {@code serve} */
    public EditBench(Class<?> main, PrintWriter out) throws IOException {
        this.main = main;
        this.out = out;
        this.home = Files.createTempDirectory("moneyprinter-bench");
    }

    /** What a version took, in seconds, and how much of it was to be rendered. */
    private record Effort(double cpu, double wall, long rendered, long chunks) {}

    /** Returns whether all versions were made. */
    public boolean run() throws IOException, InterruptedException, SQLException {
        say("data and logs: %s", home);
        var port = ServerProcess.freePort();
        // The processor time of sandboxed processes is not to be had; a sandbox costs a few milliseconds.
        var environment = Map.of("MONEYPRINTER_FFMPEG_SANDBOX", "off");
        var arguments = List.of("--port", String.valueOf(port));
        try (var server = ServerProcess.start(
                        main, home, home.resolve("log"), List.of(), arguments, environment, List.of(port));
                var client = new MoneyPrinterClient(URI.create("http://127.0.0.1:" + port));
                var ledger = new Ledger(home)) {
            var drill = new Drill(client, ledger, out);
            // A server that has just started compiles most of the time.
            drill.awaitEnd(drill.create());
            var before = server.cpu();
            var film = drill.createFilm("#ffffff");
            var made = effort(server, drill, ledger, film, before);
            if (made == null) {
                return false;
            }
            say("the film: %.1f s of CPU in %.1f s, speech and pictures drawn included", made.cpu(), made.wall());
            say("%-40s %8s %8s %8s %9s", "", "cpu s", "wall s", "chunks", "of all");
            Effort all = null;
            for (var edit : edits(client).entrySet()) {
                var started = server.cpu();
                var version = client.edit(
                        film,
                        new EditRequest(edit.getValue()),
                        UUID.randomUUID().toString());
                var effort = effort(server, drill, ledger, version.videoId(), started);
                if (effort == null) {
                    return false;
                }
                all = all == null ? effort : all;
                print(edit.getKey(), effort, all);
            }
            return true;
        }
    }

    private void print(String edit, Effort effort, Effort all) {
        say(
                "%-40s %8.1f %8.1f %5d/%-2d %8.0f%%",
                edit, effort.cpu(), effort.wall(), effort.rendered(), effort.chunks(), 100 * effort.cpu() / all.cpu());
    }

    /** The first one changes all pictures and nothing else. */
    private Map<String, List<Edit>> edits(MoneyPrinterClient client) throws IOException {
        var json = JsonMapper.builder().build();
        var captions = json.readValue("{\"color\":\"#fefefe\"}", CaptionSettings.class);
        var voice = new VoiceSettings(null, null, null, 1.1, null, null, null, null);
        var order = new ArrayList<>(
                IntStream.range(0, Drill.SENTENCES_OF_A_FILM).boxed().toList());
        order.add(SENTENCE, order.remove(SENTENCE + 1));
        var edits = new LinkedHashMap<String, List<Edit>>();
        edits.put("style of all captions", List.of(new Edit.CaptionStyle(captions)));
        edits.put(
                "words of one caption", List.of(new Edit.EditCaption(SENTENCE, "Quite another caption stands here.")));
        edits.put("one clip", List.of(new Edit.ReplaceClip(SENTENCE, 0, photo(client))));
        edits.put("level of the music", List.of(new Edit.MusicBed(null, -12.0)));
        // Nobody else chooses that for the film, whose title has nothing dramatic.
        edits.put("other music", List.of(new Edit.MusicBed("dramatic", null)));
        edits.put("voice of one sentence", List.of(new Edit.Voice(SENTENCE, voice)));
        edits.put("words of one sentence", List.of(new Edit.Words(SENTENCE, "Something else is said here now.")));
        edits.put("a shorter pause", List.of(new Edit.Trim(SENTENCE, 0.0)));
        edits.put("one sentence less", List.of(new Edit.Trim(SENTENCE, null)));
        edits.put("two sentences change places", List.of(new Edit.Reorder(order)));
        return edits;
    }

    private AssetId photo(MoneyPrinterClient client) throws IOException {
        var image = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, (x * 255 / 1080) << 16 | (y * 255 / 1920) << 8 | 96 + random.nextInt(32));
            }
        }
        var file = home.resolve("photo.png");
        ImageIO.write(image, "png", file.toFile());
        return client.upload(file).assetId();
    }

    private @Nullable Effort effort(ServerProcess server, Drill drill, Ledger ledger, VideoId videoId, Duration before)
            throws InterruptedException, SQLException {
        var started = System.nanoTime();
        var status = drill.awaitEnd(videoId);
        var wall = (System.nanoTime() - started) / 1e9;
        if (status == null || status.status() != JobStatus.COMPLETED) {
            say("not made: %s", String.valueOf(status));
            return null;
        }
        var cpu = server.cpu().minus(before).toMillis() / 1e3;
        var chunks = ledger.chunks(videoId.value());
        return new Effort(cpu, wall, chunks.rendered(), chunks.all());
    }

    private void say(String line, Object... values) {
        out.printf(line + "%n", values);
        out.flush();
    }
}
