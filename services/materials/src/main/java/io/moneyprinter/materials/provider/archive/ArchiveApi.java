package io.moneyprinter.materials.provider.archive;

import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.About;
import io.moneyprinter.materials.provider.http.Address;
import io.moneyprinter.materials.provider.http.Asker;
import io.moneyprinter.materials.provider.http.Credit;
import io.moneyprinter.materials.provider.http.Length;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The search of the Internet Archive, for films under a licence that allows everything. It finds works; which files
 * they have is asked for one by one.
 */
final class ArchiveApi implements StockApi<ArchivePage> {

    /** Those in MP4; other files are originals of all sorts. */
    private static final Set<String> FORMATS =
            Set.of("h.264", "h.264 HD", "h.264 IA", "MPEG4", "HiRes MPEG4", "512Kb MPEG4");

    private final ArchiveProperties properties;

    ArchiveApi(ArchiveProperties properties) {
        this.properties = properties;
    }

    @Override
    public String provider() {
        return "internet-archive";
    }

    @Override
    public String name() {
        return "the Internet Archive";
    }

    @Override
    public Set<StockKind> kinds() {
        return Set.of(StockKind.VIDEO);
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    public Request search(StockQuery query, ApiKey key) {
        return Request.of(Address.of(properties.baseUrl(), "/advancedsearch.php")
                .with("q", words(query) + " AND mediatype:movies AND licenseurl:(*creativecommons.org*)")
                .with("fl[]", "identifier")
                .with("fl[]", "title")
                .with("fl[]", "creator")
                .with("fl[]", "licenseurl")
                .with("rows", properties.resultsPerQuery())
                .with("page", query.page())
                .with("output", "json"));
    }

    /** Every word in quotes, so that none of them is an operator. */
    private static String words(StockQuery query) {
        return Arrays.stream(query.words().replaceAll("[\"\\\\]", " ").strip().split("\\s+"))
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(" AND "));
    }

    @Override
    public Class<ArchivePage> answer() {
        return ArchivePage.class;
    }

    @Override
    public StockPage read(ArchivePage page, StockQuery query, Asker asker) {
        var response = page.response();
        if (response == null || response.docs() == null) {
            throw failures().unusable("there is no response in it", null);
        }
        var clips = new ArrayList<StockClip>();
        @Nullable CodedException lost = null;
        for (var work : response.docs()) {
            try {
                clip(work, asker).ifPresent(clips::add);
            } catch (CodedException e) {
                if (e.code() != MaterialsErrorCode.STOCK_UNAVAILABLE) {
                    throw e;
                }
                lost = e;
            }
        }
        if (clips.isEmpty() && lost != null) {
            throw lost;
        }
        return new StockPage(clips, (long) query.page() * properties.resultsPerQuery() < response.numFound());
    }

    private Optional<StockClip> clip(ArchivePage.Work work, Asker asker) {
        var id = work.identifier();
        var licence = text(work.licenseurl());
        if (id == null || licence == null || !isFree(licence)) {
            return Optional.empty();
        }
        var details = asker.ask(
                Request.of(Address.of(properties.baseUrl(), "/metadata/" + Address.encoded(id))), ArchiveFiles.class);
        var files = Objects.requireNonNullElse(details.files(), List.<ArchiveFiles.File>of()).stream()
                .filter(ArchiveApi::isFilm)
                .toList();
        var duration = files.stream()
                .map(file -> Length.of(file.length()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        var renditions = files.stream().flatMap(file -> rendition(id, file)).toList();
        if (renditions.isEmpty() || duration.isZero()) {
            return Optional.empty();
        }
        return Optional.of(new StockClip(
                        id,
                        StockKind.VIDEO,
                        renditions,
                        duration,
                        Credit.licensed(
                                name(),
                                text(work.title()),
                                text(work.creator()),
                                name(licence),
                                licence,
                                "https://archive.org/details/" + Address.encoded(id)))
                .withAbout(About.of(text(work.title()))));
    }

    /** Neither kept from those who earn money nor from those who change something. */
    private static boolean isFree(String licence) {
        return !licence.matches(".*/licenses/[a-z-]*(nc|nd)\\b.*");
    }

    /** Such as "CC BY-SA" for {@code http://creativecommons.org/licenses/by-sa/3.0/}. */
    private static String name(String licence) {
        var path = licence.replaceFirst(".*creativecommons\\.org/", "").split("/", -1);
        return path.length > 1 && path[0].equals("licenses") && path[1].startsWith("by")
                ? "CC " + path[1].toUpperCase(Locale.ROOT)
                : "public domain";
    }

    private static boolean isFilm(ArchiveFiles.File file) {
        var name = file.name();
        return name != null
                && name.endsWith(".mp4")
                && !name.contains("..")
                && FORMATS.contains(String.valueOf(file.format()))
                && (file.access() == null || !file.access().asString("").equals("true"));
    }

    private Stream<Rendition> rendition(String id, ArchiveFiles.File file) {
        var name = String.valueOf(file.name());
        var path = Arrays.stream(name.split("/", -1)).map(Address::encoded).collect(Collectors.joining("/"));
        return Scaled.rendition(
                name,
                Address.of(properties.baseUrl(), "/download/" + Address.encoded(id) + "/" + path)
                        .toString(),
                number(file.width()),
                number(file.height()))
                .stream();
    }

    private static int number(@Nullable JsonNode node) {
        return node == null ? 0 : node.asInt(0);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        return node.isArray() ? node.path(0).asString("") : node.asString("");
    }
}
