package io.moneyprinter.materials.intake;

import static io.moneyprinter.ffmpeg.Filter.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.moneyprinter.ffmpeg.Expected;
import io.moneyprinter.ffmpeg.FfmpegCommand;
import io.moneyprinter.ffmpeg.FfmpegErrorCode;
import io.moneyprinter.ffmpeg.MediaFormat;
import io.moneyprinter.ffmpeg.MediaInfo.Kind;
import io.moneyprinter.ffmpeg.Option;
import io.moneyprinter.ffmpeg.Outcome;
import io.moneyprinter.ffmpeg.Output;
import io.moneyprinter.ffmpeg.Pad;
import io.moneyprinter.ffmpeg.Probe;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.testing.GeneratedMedia;
import io.moneyprinter.testing.SharedFfmpeg;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to do harm, or were harmed: none gets further than it should. */
class BadMediaTests {

    private static final Probe PROBE = SharedFfmpeg.ffmpeg().probe();
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final EnumSet<Kind> ANY = EnumSet.allOf(Kind.class);

    @TempDir
    Path work;

    /** What an attacker writes to have another file, or a machine of the inner network, read for him. */
    private static Map<String, String> playlists(Path canary, String url) {
        return Map.ofEntries(
                Map.entry("hls", "#EXTM3U\n#EXTINF:1,\nfile://%s\n#EXT-X-ENDLIST\n".formatted(canary)),
                Map.entry("hls-live", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://%s\n".formatted(canary)),
                Map.entry("hls-http", "#EXTM3U\n#EXTINF:1,\n%s\n#EXT-X-ENDLIST\n".formatted(url)),
                Map.entry("hls-master", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n%s\n".formatted(url)),
                Map.entry("hls-concat", "#EXTM3U\n#EXTINF:1,\nconcat:%s|%s\n#EXT-X-ENDLIST\n".formatted(url, canary)),
                Map.entry("ffconcat", "ffconcat version 1.0\nfile '%s'\n".formatted(canary)),
                Map.entry("ffconcat-relative", "ffconcat version 1.0\nfile %s\n".formatted(canary.getFileName())),
                Map.entry("ffconcat-http", "ffconcat version 1.0\nfile '%s'\n".formatted(url)),
                Map.entry(
                        "dash",
                        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period><AdaptationSet>"
                                + "<Representation id=\"1\"><BaseURL>%s</BaseURL></Representation></AdaptationSet>"
                                        .formatted(url)
                                + "</Period></MPD>"),
                Map.entry("sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n"),
                Map.entry(
                        "svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"http://www.w3.org/1999/xlink\">"
                                + "<image x:href=\"%s\"/></svg>".formatted(url)),
                Map.entry("strm", url + "\n"));
    }

    @Test
    void followsNoPlaylistUnderAnyName() throws Exception {
        var hits = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var canary = GeneratedMedia.video(work.resolve("canary.mkv"), 64, 64, 25, 25);
            var url = "http://127.0.0.1:%d/canary.mkv"
                    .formatted(server.getAddress().getPort());
            var extensions = Arrays.stream(MediaFormat.values())
                    .flatMap(format -> format.extensions().stream())
                    .toList();
            var playlists = playlists(canary, url);
            assertThat(playlists).hasSize(12);
            for (var playlist : playlists.entrySet()) {
                for (var extension : extensions) {
                    var file =
                            Files.writeString(work.resolve(playlist.getKey() + "." + extension), playlist.getValue());

                    assertRefused(file, extension, FfmpegErrorCode.MEDIA_UNSUPPORTED);
                }
                // The second wall: should it get into the store, it is still opened as what it says it is.
                for (var extension : List.of("mp4", "webm", "png")) {
                    var output = work.resolve("out.mkv");
                    var file = work.resolve(playlist.getKey() + "." + extension);

                    var outcome = SharedFfmpeg.ffmpeg()
                            .run(
                                    FfmpegCommand.of(Probe.input(file), Output.to(output, Pad.video(0)))
                                            .with(Option.flag("xerror")),
                                    MINUTE);

                    assertThat(outcome).as(file.toString()).isInstanceOf(Outcome.Failed.class);
                    assertThat(output).doesNotExist();
                }
            }
            assertThat(hits).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"8000, 8000", "15000, 15000", "16384, 16384", "30000, 30000", "65535, 65535", "65535, 1000"})
    void refusesFloodsOfPixelsAtOnce(int width, int height) throws Exception {
        var started = System.nanoTime();

        assertRefused(write("flood.png", BadMedia.png(width, height)), "png", FfmpegErrorCode.MEDIA_TOO_LARGE);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesAnAnimationThatNeverEnds() throws Exception {
        var gif = "GIF89a".getBytes(StandardCharsets.US_ASCII);

        assertRefused(write("a.gif", Arrays.copyOf(gif, 4_000)), "gif", FfmpegErrorCode.MEDIA_DAMAGED);
        assertRefused(write("a.png", Arrays.copyOf(gif, 4_000)), "png", FfmpegErrorCode.MEDIA_UNSUPPORTED);
    }

    @Test
    void refusesASmallFileOfManyHours() {
        var file = work.resolve("long.mp4");
        GeneratedMedia.silentVideo(
                file, filter("color").with("size", "16x16").with("rate", "1/60").with("duration", 21_600));

        assertRefused(file, "mp4", FfmpegErrorCode.MEDIA_TOO_LARGE);
    }

    @Test
    void refusesSoundWhoseHeaderSaysThatItNeverEnds() throws Exception {
        assertNotAccepted(write("endless.wav", BadMedia.wav(0xffffffff, 48_000)), Duration.ofSeconds(1));
    }

    @Test
    void refusesAVideoWithoutLength() throws Exception {
        assertNotAccepted(write("empty.wav", BadMedia.wav(0, 0)), Duration.ZERO);
    }

    @Test
    void refusesAFloodOfStreams() throws Exception {
        var file = write("streams.mkv", BadMedia.matroska(100_000));
        var started = System.nanoTime();

        assertThatExceptionOfType(CodedException.class).isThrownBy(() -> PROBE.inspect(file, Expected.of(ANY, "mkv")));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "mp3"})
    void acceptsNothingThatIsShorterThanItSays(String container) throws Exception {
        var intact = container.equals("mp3")
                ? GeneratedMedia.tone(work.resolve("a.mp3"), 440, Duration.ofSeconds(3))
                : silentVideo(work.resolve("a." + container));
        var whole = Files.readAllBytes(intact);
        assertThat(accepted(intact)).isTrue();
        var left = new ArrayList<Integer>();
        for (var part = 1; part <= 20; part++) {
            var cut = write("cut." + container, Arrays.copyOf(whole, whole.length * part / 21));
            if (accepted(cut)) {
                left.add(part);
            }
        }
        assertThat(left).as("parts of 21 that passed for the whole").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "mp3"})
    void acceptsWhatIsBrokenOnlyWhereItDecodesWhole(String container) throws Exception {
        var intact = container.equals("mp3")
                ? GeneratedMedia.tone(work.resolve("a.mp3"), 440, Duration.ofSeconds(3))
                : silentVideo(work.resolve("a." + container));
        var whole = Files.readAllBytes(intact);
        for (var seed = 0; seed < 20; seed++) {
            var broken = whole.clone();
            var random = new Random(seed);
            for (var i = 0; i < broken.length; i++) {
                if (random.nextInt(1_000) == 0) {
                    broken[i] ^= (byte) (1 << random.nextInt(8));
                }
            }
            var file = write("broken." + container, broken);
            if (accepted(file) && !container.equals("mp3")) {
                assertThat(PROBE.countFrames(file)).as("seed %d", seed).isBetween(49L, 51L);
            }
        }
    }

    private static Path silentVideo(Path file) {
        return GeneratedMedia.silentVideo(
                file, filter("testsrc2").with("size", "160x90").with("rate", 25).with("duration", 2));
    }

    /** As the intake does it. */
    private static boolean accepted(Path file) {
        try {
            PROBE.decode(file, PROBE.inspect(file, Expected.of(ANY, null)), Expected.of(ANY, null));
            return true;
        } catch (CodedException refused) {
            assertThat(refused.code().kind().status()).as(refused.getMessage()).isBetween(400, 499);
            return false;
        }
    }

    /** Either refused, or no longer than what is really in it. */
    private static void assertNotAccepted(Path file, Duration real) {
        try {
            var info = PROBE.inspect(file, Expected.of(ANY, null));
            PROBE.decode(file, info, Expected.of(ANY, null));
            assertThat(info.duration()).isLessThanOrEqualTo(real);
        } catch (CodedException refused) {
            assertThat(refused.code().kind().status()).as(refused.getMessage()).isBetween(400, 499);
        }
    }

    private static void assertRefused(Path file, String extension, FfmpegErrorCode code) {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> PROBE.inspect(file, Expected.of(ANY, extension)))
                .satisfies(refused ->
                        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(code));
    }

    private Path write(String name, byte[] content) throws Exception {
        return Files.write(work.resolve(name), content);
    }
}
