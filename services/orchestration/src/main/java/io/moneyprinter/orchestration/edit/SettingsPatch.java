package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.video.CaptionSettings;
import io.moneyprinter.contracts.video.OutputSettings;
import io.moneyprinter.contracts.video.PictureSettings;
import io.moneyprinter.contracts.video.SoundSettings;
import io.moneyprinter.contracts.video.VideoSettings;
import io.moneyprinter.service.json.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes some of many settings, without a line for each of them. */
final class SettingsPatch {

    private static final JsonMapper JSON = Json.lenient();
    /** Groups of settings, each of which can be changed alone; everything else is replaced as a whole. */
    private static final Set<String> GROUPS = Set.of("picture", "captions", "sound", "output");

    /** Every setting there is. */
    private static final ObjectNode ALL = tree(VideoSettings.DEFAULT
            .withPicture(PictureSettings.DEFAULT)
            .withCaptions(CaptionSettings.DEFAULT)
            .withSound(SoundSettings.DEFAULT)
            .withEncoding(null, null, null, OutputSettings.DEFAULT));

    private SettingsPatch() {}

    static VideoSettings merge(VideoSettings base, VideoSettings changes) {
        var merged = tree(base);
        for (var change : tree(changes).properties()) {
            var name = change.getKey();
            if (GROUPS.contains(name) && merged.get(name) instanceof ObjectNode group) {
                change.getValue().properties().stream()
                        .filter(inner -> !inner.getValue().isNull())
                        .forEach(inner -> group.set(inner.getKey(), inner.getValue()));
            } else if (!change.getValue().isNull()) {
                merged.set(name, change.getValue());
            }
        }
        return settings(merged);
    }

    /** Whether there is such a setting, given as {@code effects} or {@code picture.watermark}. */
    static boolean known(String name) {
        var dot = name.indexOf('.');
        if (dot < 0) {
            return ALL.has(name);
        }
        return ALL.get(name.substring(0, dot)) instanceof ObjectNode group && group.has(name.substring(dot + 1));
    }

    static VideoSettings clear(VideoSettings base, String name) {
        var tree = tree(base);
        var dot = name.indexOf('.');
        if (dot < 0) {
            tree.putNull(name);
        } else if (tree.get(name.substring(0, dot)) instanceof ObjectNode group) {
            group.putNull(name.substring(dot + 1));
        }
        return settings(tree);
    }

    static CaptionSettings withSubtitles(CaptionSettings captions, String subtitles) {
        return JSON.treeToValue(tree(captions).put("subtitles", subtitles), CaptionSettings.class);
    }

    static ObjectNode tree(@Nullable Object value) {
        return JSON.valueToTree(value);
    }

    private static VideoSettings settings(ObjectNode tree) {
        return JSON.treeToValue(tree, VideoSettings.class);
    }
}
