package io.moneyprinter.materials.provider.pexels;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.Providers;
import io.moneyprinter.materials.spi.StockProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Pexels as a stand-in plays it. */
public final class PexelsStandIn {

    private PexelsStandIn() {}

    public static StockProvider asking(ProviderStandIn server, Clock clock, String... keys) {
        return Providers.asking(
                new PexelsApi(new PexelsProperties(List.of(), server.url("/v1"), 30, Duration.ofMinutes(10))),
                clock,
                keys);
    }

    /** Offers clips that all lie in one file. */
    public static void offers(ProviderStandIn server, Path file, Clip... clips) {
        for (var clip : clips) {
            server.on("/files/" + clip.id() + ".mp4", ProviderStandIn.file(file));
        }
        server.searches(ProviderStandIn.json(200, page(server, clips)));
    }

    /** @param portraitWidth of the only rendition that is not a playlist, tiny or huge; its height is 16 : 9 of it */
    public record Clip(long id, int seconds, int portraitWidth) {}

    /** The last page, in the shape that the service has. */
    public static String page(ProviderStandIn server, Clip... clips) {
        return page(server, "null", clips);
    }

    /** @param next a JSON string, or null on the last page */
    static String page(ProviderStandIn server, String next, Clip... clips) {
        var videos = List.of(clips).stream().map(clip -> video(server, clip)).collect(Collectors.joining(","));
        return """
                {"page":1,"per_page":30,"total_results":%d,"next_page":%s,
                 "url":"https://www.pexels.com/search/videos/bees/","videos":[%s],"photos":[]}""".formatted(clips.length, next, videos);
    }

    private static String video(ProviderStandIn server, Clip clip) {
        return """
                {"id":%1$d,"width":1080,"height":1920,"duration":%2$d,"full_res":null,"tags":[],"avg_color":null,
                 "url":"https://www.pexels.com/video/bees-%1$d/","image":"https://images.pexels.com/videos/%1$d/a.jpg",
                 "user":{"id":7,"name":"Ada Meadow","url":"https://www.pexels.com/@ada"},
                 "video_files":[
                   {"id":1,"quality":"hls","file_type":"application/x-mpegURL","width":null,"height":null,"fps":null,
                    "link":"https://player.vimeo.com/external/1.m3u8"},
                   {"id":2,"quality":"sd","file_type":"video/mp4","width":90,"height":160,"fps":25.0,"link":"%4$s"},
                   {"id":4,"quality":"uhd","file_type":"video/mp4","width":4320,"height":7680,"fps":25.0,"link":"%4$s"},
                   {"id":3,"quality":"hd","file_type":"video/mp4","width":%3$d,"height":%5$d,"fps":25.0,"link":"%4$s"}],
                 "video_pictures":[{"id":9,"picture":"https://images.pexels.com/videos/%1$d/b.jpg","nr":0}]}""".formatted(
                        clip.id(),
                        clip.seconds(),
                        clip.portraitWidth(),
                        server.url("/files/" + clip.id() + ".mp4"),
                        clip.portraitWidth() * 16 / 9);
    }
}
