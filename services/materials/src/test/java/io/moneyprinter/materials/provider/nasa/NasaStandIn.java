package io.moneyprinter.materials.provider.nasa;

import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.Providers;
import io.moneyprinter.materials.spi.StockProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** NASA as a stand-in plays it, in the shape of answers of the year 2026. */
public final class NasaStandIn {

    /** Asked about, of the videos of a page. */
    static final int VIDEOS = 4;

    private NasaStandIn() {}

    public static StockProvider asking(ProviderStandIn server, Clock clock, String... keys) {
        return Providers.asking(
                new NasaApi(new NasaProperties(server.url(""), 30, VIDEOS, Duration.ofMinutes(10))), clock, keys);
    }

    /** Has the server offer one video of that size and length, in an original alone. */
    public static void offers(
            ProviderStandIn server, String id, Path film, int width, int height, @Nullable String length) {
        server.searches(ProviderStandIn.json(200, search(found(id, "Bees", "bees"))));
        manifest(server, id, "~orig.mp4");
        server.on("/video/%1$s/%1$s~orig.mp4".formatted(id), ProviderStandIn.file(film));
        server.on("/video/%s/metadata.json".formatted(id), ProviderStandIn.json(200, metadata(width, height, length)));
    }

    /** The file alone of a video of 90x160 and eight seconds. */
    public static void files(ProviderStandIn server, String id, URI file) {
        server.on("/asset/" + id, ProviderStandIn.json(200, """
                {"collection":{"items":[{"href":"%s"},{"href":"%s"}]}}""".formatted(
                        file, server.url("/video/%s/metadata.json".formatted(id)))));
        server.on("/video/%s/metadata.json".formatted(id), ProviderStandIn.json(200, metadata(90, 160, "8.01 s")));
    }

    /** The first page of a search, and the last. */
    static String search(String... items) {
        return page("", items);
    }

    /** @param links to other pages */
    static String page(String links, String... items) {
        return """
                {"collection":{"version":"1.1","href":"http://images-api.nasa.gov/search?q=bees&media_type=video",
                 "metadata":{"total_hits":14897},"links":[%s],"items":[%s]}}""".formatted(links, String.join(",", items));
    }

    /** A work as a search finds it: a picture and subtitles, and no word about the film. */
    static String found(String id, String title, String keywords) {
        return """
                {"href":"https://images-assets.nasa.gov/video/%1$s/collection.json",
                 "data":[{"album":["Bees"],"center":"JSC","date_created":"2021-09-01T00:00:00Z","keywords":["%3$s"],
                  "description":"B-roll","media_type":"video","nasa_id":"%1$s","title":"%2$s"}],
                 "links":[
                  {"href":"https://images-assets.nasa.gov/video/%1$s/%1$s~thumb.jpg","rel":"preview","render":"image"},
                  {"href":"https://images-assets.nasa.gov/video/%1$s/%1$s.srt","rel":"captions"}]}""".formatted(id, title, keywords);
    }

    /** Which files there are, with spaces as they are. */
    static void manifest(ProviderStandIn server, String id, String... sizes) {
        var base = server.url("/video/").toString();
        var files = Arrays.stream(sizes)
                .map(size -> "{\"href\":\"%1$s%2$s/%2$s%3$s\"}".formatted(base, id, size))
                .collect(Collectors.joining(","));
        server.on("/asset/" + id, ProviderStandIn.json(200, """
                {"collection":{"version":"1.1","href":"http://images-api.nasa.gov/asset/%2$s","items":[%3$s,
                 {"href":"%1$s%2$s/%2$s.srt"},{"href":"%1$s%2$s/%2$s~large_1.jpg"},{"href":"%1$s%2$s/%2$s~thumb.jpg"},
                 {"href":"%1$s%2$s/metadata.json"}]}}""".formatted(base, id, files)));
    }

    /** @param length null where nothing is said */
    static String metadata(int width, int height, @Nullable String length) {
        return """
                {"SourceFile":"a.mp4","AVAIL:NASAID":"a","AVAIL:MediaType":"video","AVAIL:Creator":null,
                 "File:FileSize":"16 MB","File:MIMEType":"video/mp4","QuickTime:MajorBrand":"MP4 v2 [ISO 14496-14]",
                 %s"QuickTime:ImageWidth":%d,"QuickTime:ImageHeight":%d,"QuickTime:VideoFrameRate":29.97,
                 "Composite:ImageSize":"%2$dx%3$d","Composite:Rotation":0,"Composite:AvgBitrate":"13.1 Mbps"}""".formatted(length == null ? "" : "\"QuickTime:Duration\":\"%s\",".formatted(length), width, height);
    }
}
