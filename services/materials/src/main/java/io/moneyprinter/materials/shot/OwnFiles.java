package io.moneyprinter.materials.shot;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.contracts.materials.PhotoTreatment;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;
import io.moneyprinter.materials.asset.Assets;
import io.moneyprinter.materials.asset.StoredAsset;
import io.moneyprinter.materials.designed.PhotoVisuals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Shows the user's files in the order they were given, each for its share of the sentences. */
@Component
class OwnFiles {

    /** A picture that stays shorter is felt, not seen. */
    private static final Duration SHORTEST = Duration.ofMillis(1500);

    private static final Set<Asset.Type> PICTURES = Set.of(Asset.Type.IMAGE, Asset.Type.VIDEO);

    private final Assets assets;
    private final PhotoVisuals photos;

    OwnFiles(Assets assets, PhotoVisuals photos) {
        this.assets = assets;
        this.photos = photos;
    }

    Finding find(ShotRequest request) {
        var pictures = pictures(request);
        if (pictures.isEmpty()) {
            return new Finding.Nothing("no pictures or videos were given");
        }
        var places = Math.max(request.count(), request.index() + 1);
        var shown = few(new Spread(pictures.size(), places).at(request.index()), request.duration());
        var visuals = new ArrayList<Visual>();
        for (var number : shown) {
            visuals.add(visual(pictures.get(number), request, visuals.size()));
        }
        if (shown.size() == 1
                && !(visuals.getFirst() instanceof Visual.Footage)
                && request.duration().compareTo(Shots.LONG) > 0) {
            visuals.add(visual(pictures.get(shown.getFirst()), request, 1));
        }
        return new Finding.Fit(new Shot(visuals, "own", null));
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

    private Visual visual(StoredAsset stored, ShotRequest request, int position) {
        var asset = stored.asset();
        var width = Objects.requireNonNull(asset.width());
        var height = Objects.requireNonNull(asset.height());
        if (asset.fileType() == Asset.Type.IMAGE) {
            if (request.materials().photos() == PhotoTreatment.DUOTONE) {
                return photos.photo(request, stored.media(), position);
            }
            return CameraMove.at(request.seed(), request.index() + position).over(stored.media(), width, height);
        }
        var duration = Objects.requireNonNull(asset.duration());
        return new Visual.Footage(stored.media(), width, height, Duration.ofMillis(Math.round(duration * 1_000)));
    }
}
