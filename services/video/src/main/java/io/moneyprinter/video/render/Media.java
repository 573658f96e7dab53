package io.moneyprinter.video.render;

import io.moneyprinter.contracts.common.ObjectKey;
import io.moneyprinter.video.source.SourceFacts;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What is known of the objects that a chunk shows.
 *
 * @param files where they are
 * @param facts what their pictures are like; asked for footage, photos and logos, not for what we have drawn
 */
public record Media(Function<ObjectKey, Path> files, Function<ObjectKey, SourceFacts> facts) {

    Path file(ObjectKey key) {
        return files.apply(key);
    }

    SourceFacts facts(ObjectKey key) {
        return facts.apply(key);
    }
}
