package io.moneyprinter.materials.search;

import io.moneyprinter.contracts.materials.Asset;
import io.moneyprinter.materials.words.Relevance;

/** What an asset says of what it shows: its owner's words count more than what was measured. */
public final class AssetText {

    private AssetText() {}

    public static Relevance.Text of(Asset asset) {
        var text = Relevance.Text.NONE.and(asset.filename(), 0.9);
        for (var tag : asset.tags()) {
            text = text.and(tag, 1);
        }
        if (asset.category() != null) {
            text = text.and(asset.category(), 0.8);
        }
        if (asset.description() != null) {
            text = text.and(asset.description(), 0.8);
        }
        var traits = asset.traits();
        if (traits != null) {
            for (var tag : traits.tags()) {
                text = text.and(tag, 0.3);
            }
        }
        return text;
    }
}
