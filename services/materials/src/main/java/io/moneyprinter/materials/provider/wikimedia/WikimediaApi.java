package io.moneyprinter.materials.provider.wikimedia;

import io.moneyprinter.materials.provider.http.About;
import io.moneyprinter.materials.provider.http.Address;
import io.moneyprinter.materials.provider.http.Asker;
import io.moneyprinter.materials.provider.http.Credit;
import io.moneyprinter.materials.provider.http.Request;
import io.moneyprinter.materials.provider.http.Scaled;
import io.moneyprinter.materials.provider.http.StockApi;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockPage;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.service.provider.ApiKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The search of Wikimedia Commons. All of its files are free to use and to change; most want a credit. */
final class WikimediaApi implements StockApi<WikimediaPage> {

    /** Pictures are made this wide on the way; the widest of the sizes that are kept ready. */
    private static final int WIDEST_THUMB = 3840;

    /** Of photos that the intake takes. */
    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png", "image/webp");

    private static final Set<String> ASKED_TOO_OFTEN = Set.of("ratelimited", "maxlag");

    private static final String METADATA = "Artist|LicenseShortName|LicenseUrl|ObjectName";

    private final WikimediaProperties properties;

    WikimediaApi(WikimediaProperties properties) {
        this.properties = properties;
    }

    @Override
    public String provider() {
        return "wikimedia";
    }

    @Override
    public String name() {
        return "Wikimedia Commons";
    }

    @Override
    public Set<StockKind> kinds() {
        return Set.of(StockKind.VIDEO, StockKind.PHOTO);
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    public Request search(StockQuery query, ApiKey key) {
        var limit = properties.resultsPerQuery();
        var video = query.kind() == StockKind.VIDEO;
        var address = Address.of(properties.baseUrl(), "")
                .with("action", "query")
                .with("format", "json")
                .with("formatversion", 2)
                .with("generator", "search")
                .with("gsrsearch", (video ? "filetype:video " : "filetype:bitmap ") + query.words())
                .with("gsrnamespace", 6)
                .with("gsrlimit", limit)
                .with("gsroffset", (query.page() - 1) * limit);
        return Request.of(
                video
                        ? address.with("prop", "videoinfo")
                                .with("viprop", "url|size|mime|extmetadata|derivatives")
                                .with("viextmetadatafilter", METADATA)
                        : address.with("prop", "imageinfo")
                                .with("iiprop", "url|size|mime|extmetadata")
                                .with("iiextmetadatafilter", METADATA)
                                .with("iiurlwidth", WIDEST_THUMB));
    }

    @Override
    public Class<WikimediaPage> answer() {
        return WikimediaPage.class;
    }

    @Override
    public StockPage read(WikimediaPage page, StockQuery query, Asker asker) {
        if (page.error() != null) {
            throw failed(page.error());
        }
        var files = page.query() == null
                ? List.<WikimediaPage.File>of()
                : Objects.requireNonNullElse(page.query().pages(), List.<WikimediaPage.File>of());
        var clips = files.stream()
                .sorted(Comparator.comparingInt(WikimediaPage.File::index))
                .flatMap(file -> clip(file, query.kind()).stream())
                .toList();
        return new StockPage(clips, page.more() != null);
    }

    private CodedException failed(WikimediaPage.Fault error) {
        return ASKED_TOO_OFTEN.contains(String.valueOf(error.code()))
                ? failures().throttled(properties.restWhenThrottled())
                : failures().unusable(Credit.clean(error.info()), null);
    }

    private Optional<StockClip> clip(WikimediaPage.File file, StockKind kind) {
        var infos = kind == StockKind.VIDEO ? file.videoinfo() : file.imageinfo();
        if (infos == null || infos.isEmpty()) {
            return Optional.empty();
        }
        var info = infos.getFirst();
        var licence = metadata(info, "LicenseShortName");
        var renditions = kind == StockKind.VIDEO ? derivatives(info) : sizes(info);
        if (licence == null || renditions.isEmpty() || kind == StockKind.VIDEO && !(info.duration() > 0)) {
            return Optional.empty();
        }
        var title = metadata(info, "ObjectName");
        return Optional.of(new StockClip(
                        Long.toString(file.pageid()),
                        kind,
                        renditions,
                        kind == StockKind.VIDEO ? Duration.ofMillis(Math.round(info.duration() * 1e3)) : Duration.ZERO,
                        Credit.licensed(
                                name(),
                                title == null ? file.title() : title,
                                metadata(info, "Artist"),
                                licence,
                                metadata(info, "LicenseUrl"),
                                info.descriptionurl()))
                .withAbout(About.of(title, metadata(info, "ImageDescription"), name(file))));
    }

    /** What stands before it is no word, and makes none of the first word of a name. */
    private static @Nullable String name(WikimediaPage.File file) {
        return file.title() == null ? null : file.title().replaceFirst("^File:", "");
    }

    private static List<Rendition> derivatives(WikimediaPage.Info info) {
        return Objects.requireNonNullElse(info.derivatives(), List.<WikimediaPage.Derivative>of()).stream()
                .filter(file -> String.valueOf(file.type()).matches("video/(webm|mp4).*"))
                .flatMap(file -> Scaled.rendition(
                        Objects.requireNonNullElse(file.transcodekey(), "original"),
                        file.src(),
                        file.width(),
                        file.height())
                        .stream())
                .toList();
    }

    private static List<Rendition> sizes(WikimediaPage.Info info) {
        if (!PHOTOS.contains(String.valueOf(info.mime()))) {
            return List.of();
        }
        return Stream.of(
                        Scaled.rendition("original", info.url(), info.width(), info.height()),
                        info.thumbwidth() < info.width()
                                ? Scaled.rendition(
                                        "w" + info.thumbwidth(), info.thumburl(), info.thumbwidth(), info.thumbheight())
                                : Optional.<Rendition>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable String metadata(WikimediaPage.Info info, String name) {
        var found = info.extmetadata() == null ? null : info.extmetadata().get(name);
        return found == null || found.value() == null ? null : found.value().asString("");
    }
}
