package io.moneyprinter.materials.shot;

import static io.moneyprinter.materials.spi.StockKind.PHOTO;
import static io.moneyprinter.materials.spi.StockKind.VIDEO;

import io.moneyprinter.materials.provider.archive.ArchiveStandIn;
import io.moneyprinter.materials.provider.coverr.CoverrStandIn;
import io.moneyprinter.materials.provider.http.ProviderStandIn;
import io.moneyprinter.materials.provider.http.ProviderStandIn.Behaviour;
import io.moneyprinter.materials.provider.nasa.NasaStandIn;
import io.moneyprinter.materials.provider.openverse.OpenverseStandIn;
import io.moneyprinter.materials.provider.pexels.PexelsStandIn;
import io.moneyprinter.materials.provider.pixabay.PixabayStandIn;
import io.moneyprinter.materials.provider.unsplash.UnsplashStandIn;
import io.moneyprinter.materials.provider.wikimedia.WikimediaStandIn;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockProvider;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every provider of stock as a stand-in plays it, with one clip of bees of 90x160 and one photo of 180x320. */
enum StandInProvider {
    PEXELS(PexelsStandIn::asking, Map.of(VIDEO, """
            {"videos":[{"id":%2$d,"duration":8,"url":"https://www.pexels.com/video/bees-%2$d/","user":{"name":"Ada"},
             "video_files":[{"id":3,"file_type":"video/mp4","width":90,"height":160,"link":"%1$s"}]}]}""", PHOTO, """
            {"photos":[{"id":%2$d,"width":180,"height":320,"url":"https://www.pexels.com/photo/bees-%2$d/",
             "photographer":"Ada","alt":"Bees","src":{"original":"%1$s"}}]}""")),
    PIXABAY(PixabayStandIn::asking, Map.of(VIDEO, """
            {"totalHits":1,"hits":[{"id":%2$d,"user":"Ada","tags":"bees","duration":8,
             "videos":{"large":{"url":"%1$s","width":90,"height":160}}}]}""", PHOTO, """
            {"totalHits":1,"hits":[{"id":%2$d,"user":"Ada","tags":"bees","largeImageURL":"%1$s","imageWidth":180,
             "imageHeight":320}]}""")),
    COVERR(CoverrStandIn::asking, Map.of(VIDEO, """
            {"page":0,"pages":1,"hits":[{"id":"bees-%2$d","title":"Bees","duration":8,"max_width":90,"max_height":160,
             "urls":{"mp4_download":"%1$s"}}]}""")),
    UNSPLASH(UnsplashStandIn::asking, Map.of(PHOTO, """
            {"total_pages":1,"results":[{"id":"bees-%2$d","description":"Bees","width":180,"height":320,
             "urls":{"raw":"%1$s"}}]}""")),
    OPENVERSE(OpenverseStandIn::asking, Map.of(PHOTO, """
            {"page_count":1,"results":[{"id":"bees-%2$d","title":"Bees","url":"%1$s","width":180,"height":320}]}""")),
    WIKIMEDIA(WikimediaStandIn::asking, Map.of(VIDEO, """
            {"query":{"pages":[{"pageid":%2$d,"title":"File:Bees.mp4","index":1,"videoinfo":[{"width":90,"height":160,
             "duration":8,"mime":"video/mp4","derivatives":[{"src":"%1$s","type":"video/mp4","width":90,"height":160}],
             "extmetadata":{"LicenseShortName":{"value":"CC0"}}}]}]}}""", PHOTO, """
            {"query":{"pages":[{"pageid":%2$d,"title":"File:Bees.jpg","index":1,"imageinfo":[{"width":180,"height":320,
             "mime":"image/jpeg","url":"%1$s","thumbwidth":180,"extmetadata":{"LicenseShortName":{"value":"CC0"}}}]}]}}""")),
    NASA(NasaStandIn::asking, Map.of(VIDEO, """
            {"collection":{"items":[{"data":[{"nasa_id":"bees-%2$d","title":"Bees","center":"JSC"}]}]}}""", PHOTO, """
            {"collection":{"items":[{"data":[{"nasa_id":"photo-%2$d","title":"Bees","center":"JSC"}],
             "links":[{"href":"%1$s","rel":"canonical","width":180,"height":320}]}]}}""")),
    INTERNET_ARCHIVE(ArchiveStandIn::asking, Map.of(VIDEO, """
            {"response":{"numFound":1,"docs":[{"identifier":"bees-%2$d","title":"Bees",
             "licenseurl":"http://creativecommons.org/publicdomain/zero/1.0/"}]}}"""));

    private interface Factory {
        StockProvider asking(ProviderStandIn server, Clock clock, String... keys);
    }

    private final Factory factory;
    private final Map<StockKind, String> answers;

    StandInProvider(Factory factory, Map<StockKind, String> answers) {
        this.factory = factory;
        this.answers = answers;
    }

    boolean has(StockKind kind) {
        return answers.containsKey(kind);
    }

    /** As it asks the server, with those keys where it needs any. */
    StockProvider at(ProviderStandIn server, String... keys) {
        return factory.asking(server, Clock.systemUTC(), keys);
    }

    StockProvider at(ProviderStandIn server) {
        return at(server, ProviderStandIn.KEY);
    }

    /**
     * Has the server find the clip, and give away its file as told.
     *
     * @param number of the clip; what came once is not fetched again
     */
    Behaviour finds(ProviderStandIn server, StockKind kind, int number, Behaviour file) {
        var path = "/files/bees-%d.%s".formatted(number, kind == VIDEO ? "mp4" : "jpg");
        server.on(path, file);
        // Which files there are is asked for in a second question.
        if (this == NASA && kind == VIDEO) {
            var original = "/files/bees-%d~orig.mp4".formatted(number);
            NasaStandIn.files(server, "bees-" + number, server.url(original));
            server.on(original, file);
        }
        if (this == INTERNET_ARCHIVE) {
            server.on("/metadata/bees-" + number, ProviderStandIn.json(200, """
                    {"files":[{"name":"bees.mp4","format":"h.264","length":"8","width":"90","height":"160"}]}"""));
            server.on("/download/bees-%d/bees.mp4".formatted(number), file);
        }
        return ProviderStandIn.json(
                200, Objects.requireNonNull(answers.get(kind)).formatted(server.url(path), number));
    }

    /** Whether somebody asks for a search with that key. */
    static boolean isWith(String key, URI uri, Map<String, List<String>> headers) {
        return String.valueOf(uri).contains(key) || headers.toString().contains(key);
    }
}
