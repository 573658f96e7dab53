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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        var pictures = pictures(request);
        if (pictures.isEmpty()) {
            return new Finding.Nothing("no pictures or videos were given");
        }
        var places = Math.max(request.count(), request.index() + 1);
        var shown = few(new Spread(pictures.size(), places).at(request.index()), request.duration());
        var seen = new ArrayList<Visual>();
        for (var number : shown) {
            seen.add(visuals.of(
                    pictures.get(number),
                    request,
                    seen.size(),
                    request.duration().dividedBy(shown.size())));
        }
        if (shown.size() == 1
                && !(seen.getFirst() instanceof Visual.Footage)
                && request.duration().compareTo(Shots.LONG) > 0) {
            seen.add(visuals.of(pictures.get(shown.getFirst()), request, 1, request.duration()));
        }
        return new Finding.Fit(shot(
                seen,
                "own",
                shown.stream().map(number -> pictures.get(number).asset()).toList()));
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

    private List<StoredAsset> pictures(ShotRequest request) {
        var given = Objects.requireNonNullElse(request.materials().assetIds(), List.<AssetId>of());
        return given.stream()
                .map(id -> assets.get(request.userId(), id))
                .filter(stored -> PICTURES.contains(stored.asset().fileType()))
                .toList();
    }

    /** As many as there is time for, evenly chosen. */
    private static List<Integer> few(List<Integer> numbers, Duration time) {
        var room = (int) Math.max(1, time.dividedBy(SHORTEST));
        if (numbers.size() <= room) {
            return numbers;
        }
        var spread = new Spread(numbers.size(), room);
        return IntStream.range(0, room)
                .mapToObj(place -> numbers.get(spread.at(place).getFirst()))
                .toList();
    }
}
