package io.moneyprinter.materials.designed;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.contracts.materials.ShotRequest;
import io.moneyprinter.contracts.materials.Visual;

/** Draws with the user's photos. */
public interface PhotoVisuals {

    /**
     * A photo in the colours of the video, the point of the sentence on the first that the sentence has.
     *
     * @param position among the photos of the sentence, from 0
     */
    Visual photo(ShotRequest request, ObjectKey photo, int position);
}
