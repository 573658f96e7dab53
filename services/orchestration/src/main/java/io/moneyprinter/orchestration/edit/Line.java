package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.common.AssetId;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.contracts.materials.Shot;
import io.moneyprinter.contracts.materials.ShotScore;
import io.moneyprinter.contracts.tts.Speech;
import io.moneyprinter.orchestration.job.ShotInput;
import io.moneyprinter.orchestration.job.ShotInput.Clip;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /** What other pictures are looked for by; null to keep those that are seen. */
    private @Nullable List<String> other;

    private boolean locked;
    Sentence sentence;

    Line(int origin, int section, Sentence sentence, Speech speech, @Nullable Shot shot) {
        this.origin = origin;
        this.section = section;
        this.before = sentence;
        this.sentence = sentence;
        this.speech = speech;
        this.shot = shot;
        this.locked = shot != null && shot.keptByLock();
    }

    int visuals() {
        return shot == null ? 0 : shot.visuals().size();
    }

    void replace(int visual, AssetId assetId) {
        clips.put(visual, assetId);
    }

    void other(List<String> searchTerms) {
        clips.clear();
        other = searchTerms;
    }

    void lock(boolean lock) {
        locked = lock;
    }

    boolean locked() {
        return locked;
    }

    /** Of the pictures that are seen, as scores name them. */
    static Stream<String> sources(Shot shot) {
        return Stream.concat(
                shot.scores().stream().map(ShotScore::source),
                shot.assetIds().stream().map(id -> "library/" + id));
    }

    private boolean reworded() {
        return !sentence.text().equals(before.text());
    }

    /** Also by marks alone, which change how it is said. */
    private boolean spokenAnew() {
        return !sentence.script().equals(before.script());
    }

    /** @param seen sources of all pictures of the version that is edited */
    Revision.Take take(boolean otherVoice, boolean otherDrawing, List<String> seen) {
        return new Revision.Take(spokenAnew() || otherVoice ? null : speech, picture(otherDrawing, seen));
    }

    private Revision.Picture picture(boolean otherDrawing, List<String> seen) {
        var shown = shot;
        if (shown == null) {
            return new Revision.Picture.None();
        }
        var replaced = clips.entrySet().stream().map(Line::clip).toList();
        if (other != null) {
            var another = new ShotInput.Another(seen, other);
            return new Revision.Picture.Made(
                    ShotInput.another(another, replaced).withLocked(locked));
        }
        var stale = shown.drawn() && (reworded() && !locked || otherDrawing) && clips.size() < visuals();
        if (!stale && clips.isEmpty()) {
            return new Revision.Picture.Kept(shown.withLocked(locked));
        }
        return new Revision.Picture.Made(new ShotInput(stale ? null : shown, replaced).withLocked(locked));
    }

    private static Clip clip(Map.Entry<Integer, AssetId> replaced) {
        return new Clip(replaced.getKey(), replaced.getValue());
    }
}
