package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.orchestration.job.ShotInput;
import io.moneyprinter.orchestration.job.ShotInput.Clip;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sentence while it is edited. */
final class Line {

    /** Its number in the version that is edited. */
    final int origin;

    /** The number of its section in that version. */
    final int section;

    private final Sentence before;
    private final Speech speech;
    private final @Nullable Shot shot;
    private final SortedMap<Integer, AssetId> clips = new TreeMap<>();
    Sentence sentence;

    Line(int origin, int section, Sentence sentence, Speech speech, @Nullable Shot shot) {
        this.origin = origin;
        this.section = section;
        this.before = sentence;
        this.sentence = sentence;
        this.speech = speech;
        this.shot = shot;
    }

    int visuals() {
        return shot == null ? 0 : shot.visuals().size();
    }

    void replace(int visual, AssetId assetId) {
        clips.put(visual, assetId);
    }

    private boolean reworded() {
        return !sentence.text().equals(before.text());
    }

    /** Also by marks alone, which change how it is said. */
    private boolean spokenAnew() {
        return !sentence.script().equals(before.script());
    }

    Revision.Take take(boolean otherVoice, boolean otherDrawing) {
        return new Revision.Take(spokenAnew() || otherVoice ? null : speech, picture(otherDrawing));
    }

    private Revision.Picture picture(boolean otherDrawing) {
        var shown = shot;
        if (shown == null) {
            return new Revision.Picture.None();
        }
        var stale = shown.drawn() && (reworded() || otherDrawing) && clips.size() < visuals();
        if (!stale && clips.isEmpty()) {
            return new Revision.Picture.Kept(shown);
        }
        return new Revision.Picture.Made(new ShotInput(
                stale ? null : shown, clips.entrySet().stream().map(Line::clip).toList()));
    }

    private static Clip clip(Map.Entry<Integer, AssetId> replaced) {
        return new Clip(replaced.getKey(), replaced.getValue());
    }
}
