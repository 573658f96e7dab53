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

    /** Who draws what nobody has a picture of. */
    private static final String DESIGNED = "designed";

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
                shot.assetIds().stream().map(Line::source));
    }

    private boolean reworded() {
        return !sentence.text().equals(before.text());
    }

    /** Also by marks alone, which change how it is said. */
    private boolean spokenAnew() {
        return !sentence.script().equals(before.script());
    }

    /** Sources of the files that take the place of pictures. */
    Stream<String> given() {
        return clips.values().stream().map(Line::source);
    }

    private static String source(AssetId id) {
        return "library/" + id;
    }

    /** @param seen sources of all pictures of the version that is edited, and of those that edits have put there */
    Revision.Take take(boolean otherVoice, boolean otherDrawing, List<String> seen) {
        return new Revision.Take(spokenAnew() || otherVoice ? null : speech, picture(otherDrawing, seen));
    }

    private Revision.Picture picture(boolean otherDrawing, List<String> seen) {
        var shown = shot;
        if (shown == null) {
            return new Revision.Picture.None();
        }
        var replaced = clips.entrySet().stream().map(Line::clip).toList();
        var turnedDown = turnedDown(shown);
        if (other != null) {
            return made(ShotInput.another(new ShotInput.Another(seen, other, turnedDown), replaced));
        }
        var stale = reworded() && !locked;
        var redrawn = shown.drawn() && (stale || otherDrawing) && clips.size() < visuals();
        if (redrawn && stale && shown.provider().equals(DESIGNED)) {
            // For these words, something may be found.
            return made(ShotInput.another(new ShotInput.Another(seen, List.of(), turnedDown), replaced));
        }
        if (!redrawn && clips.isEmpty()) {
            return new Revision.Picture.Kept(shown.withLocked(locked));
        }
        var base = shown.withTurnedDown(turnedDown);
        return made(redrawn ? ShotInput.redrawn(base, replaced) : new ShotInput(base, replaced));
    }

    private Revision.Picture made(ShotInput input) {
        return new Revision.Picture.Made(input.withLocked(locked));
    }

    /** What its user did not want here, now or in an earlier version. */
    private List<String> turnedDown(Shot shown) {
        var scored = shown.scores().size() == visuals();
        var now = other == null
                ? clips.keySet().stream()
                        .filter(_ -> scored)
                        .map(visual -> shown.scores().get(visual).source())
                : sources(shown);
        return Stream.concat(shown.turnedDown().stream(), now).distinct().toList();
    }

    private static Clip clip(Map.Entry<Integer, AssetId> replaced) {
        return new Clip(replaced.getKey(), replaced.getValue());
    }
}
