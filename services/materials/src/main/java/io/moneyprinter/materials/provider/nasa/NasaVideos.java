package io.moneyprinter.materials.provider.nasa;

import io.moneyprinter.language.Language;
import io.moneyprinter.materials.MaterialsErrorCode;
import io.moneyprinter.materials.provider.http.Asker;
import io.moneyprinter.materials.provider.http.Credit;
import io.moneyprinter.materials.provider.http.Request;
import io.moneyprinter.materials.provider.http.Scaled;
import io.moneyprinter.materials.spi.Rendition;
import io.moneyprinter.materials.spi.StockClip;
import io.moneyprinter.materials.spi.StockKind;
import io.moneyprinter.materials.spi.StockQuery;
import io.moneyprinter.materials.words.Relevance;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Videos of the library. A search finds works; which files they have, and how long and how large they are, is asked one
 * by one, so only of those whose words fit best.
 */
final class NasaVideos {

    /** Films in MP4 and its elder brother; originals come in all sorts. */
    private static final Pattern FILM = Pattern.compile("(?i).*~([a-z]+)\\.(mp4|mov|m4v)");

    private static final String ORIGINAL = "orig";

    /**
     * What the files that are made of an original fit into, by their names, the smallest first. Nobody has written it
     * down: this is what they were seen to have at least. Previews are left out, they are stubs.
     */
    private static final List<Map.Entry<String, Box>> MADE = List.of(
            Map.entry("mobile", new Box(320, 180)),
            Map.entry("small", new Box(640, 360)),
            Map.entry("medium", new Box(854, 480)),
            Map.entry("large", new Box(1_280, 720)));

    private record Box(int width, int height) {}

    /** One file that is gone is no reason to do without the others. */
    private static final Set<ErrorCode> LOST =
            Set.of(MaterialsErrorCode.STOCK_UNAVAILABLE, MaterialsErrorCode.STOCK_KEY_REFUSED);

    private final NasaApi api;
    private final Asker asker;
    private final int most;

    /** @param most works that are asked about */
    NasaVideos(NasaApi api, Asker asker, int most) {
        this.api = api;
        this.asker = asker;
        this.most = most;
    }

    /** Those that do not say how long they are come last. */
    List<StockClip> of(List<NasaPage.Item> items, StockQuery query) {
        var clips = new ArrayList<StockClip>();
        @Nullable CodedException lost = null;
        for (var data : fitting(items, query)) {
            try {
                clip(data).ifPresent(clips::add);
            } catch (CodedException e) {
                if (!LOST.contains(e.code())) {
                    throw e;
                }
                lost = e;
            }
        }
        if (clips.isEmpty() && lost != null) {
            throw lost;
        }
        clips.sort(Comparator.comparing(clip -> !clip.saysItsLength()));
        return clips;
    }

    /** Those whose words fit best; of equal ones the first that were found. */
    private List<NasaPage.Data> fitting(List<NasaPage.Item> items, StockQuery query) {
        record Fitting(NasaPage.Data data, double fit) {}
        var wanted = new Relevance(new Language(query.language())).phrase(query.words(), 1);
        return items.stream()
                .flatMap(item -> Objects.requireNonNullElse(item.data(), List.<NasaPage.Data>of()).stream()
                        .limit(1))
                .filter(data -> data.nasaId() != null)
                .map(data -> new Fitting(data, wanted.of(said(data)).score()))
                .sorted(Comparator.comparingDouble(each -> -each.fit()))
                .limit(most)
                .map(Fitting::data)
                .toList();
    }

    private static Relevance.Text said(NasaPage.Data data) {
        return Relevance.Text.NONE
                .and(Objects.requireNonNullElse(data.title(), ""), 1)
                .and(String.join(" ", Objects.requireNonNullElse(data.keywords(), List.of())), 0.9)
                .and(Objects.requireNonNullElse(data.description(), ""), 0.6);
    }

    private Optional<StockClip> clip(NasaPage.Data data) {
        var id = Objects.requireNonNull(data.nasaId());
        var files = files(id);
        if (files.stream().noneMatch(file -> FILM.matcher(file).matches())) {
            return Optional.empty();
        }
        var metadata = metadata(files);
        var renditions = Stream.concat(
                        MADE.stream().flatMap(each -> made(files, each.getKey(), each.getValue(), metadata)),
                        original(files, metadata))
                .toList();
        return renditions.isEmpty()
                ? Optional.empty()
                : Optional.of(api.clip(id, data, StockKind.VIDEO, renditions, metadata.duration()));
    }

    private List<String> files(String id) {
        var collection = asker.ask(api.files(id), NasaFiles.class).collection();
        return collection == null || collection.items() == null
                ? List.of()
                : collection.items().stream()
                        .map(NasaFiles.File::href)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** A work of which nothing is written down is still one. */
    private NasaMetadata metadata(List<String> files) {
        var address = files.stream()
                .filter(file -> file.endsWith("/metadata.json"))
                .flatMap(file -> Credit.address(NasaApi.secure(file)).stream())
                .findFirst();
        if (address.isEmpty()) {
            return NasaMetadata.NOTHING;
        }
        try {
            return NasaMetadata.of(asker.ask(new Request(address.get(), Map.of()), JsonNode.class));
        } catch (CodedException e) {
            if (LOST.contains(e.code())) {
                return NasaMetadata.NOTHING;
            }
            throw e;
        }
    }

    private static Stream<Rendition> made(List<String> files, String size, Box box, NasaMetadata metadata) {
        return films(files, size)
                .flatMap(file -> (metadata.saysSize()
                                ? Scaled.within(
                                        NasaApi.size(file),
                                        NasaApi.secure(file),
                                        metadata.width(),
                                        metadata.height(),
                                        box.width(),
                                        box.height())
                                : Scaled.rendition(NasaApi.size(file), NasaApi.secure(file), box.width(), box.height()))
                        .stream());
    }

    /** It is at least as large as what is made of it. */
    private static Stream<Rendition> original(List<String> files, NasaMetadata metadata) {
        var largest = MADE.getLast().getValue();
        return films(files, ORIGINAL)
                .flatMap(file -> Scaled.rendition(
                        NasaApi.size(file),
                        NasaApi.secure(file),
                        metadata.saysSize() ? metadata.width() : largest.width(),
                        metadata.saysSize() ? metadata.height() : largest.height())
                        .stream());
    }

    /** At most one, whatever else is called like it. */
    private static Stream<String> films(List<String> files, String size) {
        return files.stream()
                .filter(file -> {
                    var name = FILM.matcher(file);
                    return name.matches() && name.group(1).equalsIgnoreCase(size);
                })
                .limit(1);
    }
}
