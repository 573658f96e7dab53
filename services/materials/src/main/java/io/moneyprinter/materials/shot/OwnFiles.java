package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.asset.StoredAsset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the user's files in the order they were given, each for its share of the sentences. */
@Component
class OwnFiles {

    /** A picture that stays shorter is felt, not seen. */
    private static final Duration SHORTEST = Duration.ofMillis(1500);

    private static final Set<Asset.Type> PICTURES = Set.of(Asset.Type.IMAGE, Asset.Type.VIDEO);

    private final Assets assets;
    private final AssetVisuals visuals;

    OwnFiles(Assets assets, AssetVisuals visuals) {
        this.assets = assets;
        this.visuals = visuals;
    }

    Finding find(ShotRequest request) {
        var given = given(request);
        if (given.isEmpty()) {
            return new Finding.Nothing("no pictures or videos were given");
        }
        if (given.stream().allMatch(Given::gone)) {
            return new Finding.Nothing("none of the files that were given is there any more");
        }
        var mine = mine(request, given);
        var shown = few(there(mine, given), request.duration());
        var seen = new ArrayList<Visual>();
        for (var file : shown) {
            seen.add(visuals.of(file, request, seen.size(), request.duration().dividedBy(shown.size())));
        }
        if (shown.size() == 1
                && !(seen.getFirst() instanceof Visual.Footage)
                && request.duration().compareTo(Shots.LONG) > 0) {
            seen.add(visuals.of(shown.getFirst(), request, 1, request.duration()));
        }
        return new Finding.Fit(shot(
                        seen, "own", shown.stream().map(StoredAsset::asset).toList())
                .withPassedOver(mine.stream()
                        .map(given::get)
                        .filter(Given::gone)
                        .map(file -> "own: file %s is not there any more".formatted(file.id()))
                        .toList()));
    }

    /** Numbers of the files whose place is this sentence. */
    private static List<Integer> mine(ShotRequest request, List<Given> given) {
        var places = Math.max(request.count(), request.index() + 1);
        return new Spread(given.size(), places).at(request.index());
    }

    /** Those of them that are there, else the nearest one that is. */
    private static List<StoredAsset> there(List<Integer> numbers, List<Given> given) {
        var left = numbers.stream().flatMap(number -> given.get(number).file()).toList();
        if (!left.isEmpty()) {
            return left;
        }
        var place = numbers.getFirst();
        return IntStream.range(0, given.size())
                .boxed()
                .sorted(Comparator.comparingInt(number -> Math.abs(number - place)))
                .flatMap(number -> given.get(number).file())
                .limit(1)
                .toList();
    }

    /** With the credits that their owner wants. */
    static Shot shot(List<Visual> visuals, String provider, List<Asset> assets) {
        var credits = assets.stream()
                .map(Asset::credit)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        return new Shot(
                visuals,
                provider,
                credits.isEmpty() ? null : credits,
                List.of(),
                assets.stream().map(Asset::assetId).distinct().toList());
    }

    /**
     * A file that was given for the video.
     *
     * @param stored null when it was deleted since
     */
    private record Given(AssetId id, @Nullable StoredAsset stored) {

        boolean gone() {
            return stored == null;
        }

        boolean seen() {
            return stored == null || PICTURES.contains(stored.asset().fileType());
        }

        Stream<StoredAsset> file() {
            return Stream.ofNullable(stored);
        }
    }

    /** All that are or were there: one that is gone leaves the others in their places. */
    private List<Given> given(ShotRequest request) {
        var ids = Objects.requireNonNullElse(request.materials().assetIds(), List.<AssetId>of());
        var there = assets.get(request.userId(), ids.stream().distinct().toList()).stream()
                .collect(Collectors.toMap(stored -> stored.asset().assetId(), stored -> stored));
        return ids.stream()
                .map(id -> new Given(id, there.get(id)))
                .filter(Given::seen)
                .toList();
    }

    /** As many as there is time for, evenly chosen. */
    private static List<StoredAsset> few(List<StoredAsset> files, Duration time) {
        var room = (int) Math.max(1, time.dividedBy(SHORTEST));
        if (files.size() <= room) {
            return files;
        }
        var spread = new Spread(files.size(), room);
        return IntStream.range(0, room)
                .mapToObj(place -> files.get(spread.at(place).getFirst()))
                .toList();
    }
}
