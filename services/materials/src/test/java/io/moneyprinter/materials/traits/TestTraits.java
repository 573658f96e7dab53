package io.moneyprinter.materials.traits;

import io.moneyprinter.service.store.ObjectStore;
import io.moneyprinter.testing.SharedFfmpeg;

/** Real measures for tests of what uses them. */
public final class TestTraits {

    private TestTraits() {}

    public static MediaTraits in(ObjectStore store) {
        return new MediaTraits(SharedFfmpeg.ffmpeg(), store);
    }
}
