package io.moneyprinter.orchestration.edit;

import io.moneyprinter.contracts.orchestration.VersionComparison.Aspect;
import io.moneyprinter.contracts.orchestration.VersionComparison.Chunks;
import io.moneyprinter.contracts.orchestration.VersionComparison.Range;
import io.moneyprinter.contracts.orchestration.VersionComparison.SentenceChange;
import io.moneyprinter.contracts.orchestration.VersionComparison.SettingChange;
import io.moneyprinter.contracts.video.RenderPlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How two versions of a video differ: in what was asked for, and in what came of it. */
public final class Differences {

    private final Side from;
    private final Side to;

    public Differences(Side from, Side to) {
        this.from = from;
        this.to = to;
    }

    /** Those that were removed come first. */
    public List<SentenceChange> sentences() {
        var alignment = Alignment.of(texts(from), texts(to));
        var changes = new ArrayList<SentenceChange>();
        for (var index = 0; index < from.sentences(); index++) {
            if (alignment.removed(index)) {
                changes.add(new SentenceChange(
                        index, null, false, Set.of(), from.sentence(index).text(), null));
            }
        }
        for (var index = 0; index < to.sentences(); index++) {
            var before = alignment.from(index);
            if (before < 0) {
                changes.add(new SentenceChange(
                        null, index, false, Set.of(), null, to.sentence(index).text()));
                continue;
            }
            var changed = changed(before, index);
            if (alignment.moved(index) || !changed.isEmpty()) {
                changes.add(new SentenceChange(
                        before,
                        index,
                        alignment.moved(index),
                        changed,
                        from.sentence(before).text(),
                        to.sentence(index).text()));
            }
        }
        return changes;
    }

    private Set<Aspect> changed(int before, int after) {
        var changed = EnumSet.noneOf(Aspect.class);
        var one = from.sentence(before);
        var other = to.sentence(after);
        if (!one.script().equals(other.script())) {
            changed.add(Aspect.TEXT);
        }
        if (!Objects.equals(one.caption(), other.caption())) {
            changed.add(Aspect.CAPTION);
        }
        if (!one.pauseAfter().equals(other.pauseAfter())) {
            changed.add(Aspect.PAUSE);
        }
        if (!from.cut()
                .speeches()
                .get(before)
                .audio()
                .equals(to.cut().speeches().get(after).audio())) {
            changed.add(Aspect.SPEECH);
        }
        if (from.cut().seen()
                && !from.cut()
                        .shots()
                        .get(before)
                        .visuals()
                        .equals(to.cut().shots().get(after).visuals())) {
            changed.add(Aspect.CLIP);
        }
        return changed;
    }

    private static List<String> texts(Side side) {
        return side.cut().content().sentences().stream()
                .map(sentence -> sentence.text())
                .toList();
    }

    /** In the order of their names. */
    public List<SettingChange> settings() {
        var changes = new ArrayList<SettingChange>();
        var one = from.cut().request();
        var other = to.cut().request();
        compare("/video_settings", tree(one.videoSettings()), tree(other.videoSettings()), changes);
        compare("/voice_settings", tree(one.voiceSettings()), tree(other.voiceSettings()), changes);
        return changes;
    }

    private static @Nullable JsonNode tree(@Nullable Object settings) {
        return settings == null ? null : SettingsPatch.tree(settings);
    }

    private static void compare(
            String pointer, @Nullable JsonNode one, @Nullable JsonNode other, List<SettingChange> changes) {
        if (one instanceof ObjectNode || other instanceof ObjectNode) {
            var names = new TreeSet<String>();
            names(one, names);
            names(other, names);
            names.forEach(name -> compare(pointer + "/" + name, field(one, name), field(other, name), changes));
            return;
        }
        var before = one == null || one.isNull() ? null : one;
        var after = other == null || other.isNull() ? null : other;
        if (!Objects.equals(before, after)) {
            changes.add(new SettingChange(pointer, before, after));
        }
    }

    private static void names(@Nullable JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            names.addAll(object.propertyNames());
        }
    }

    private static @Nullable JsonNode field(@Nullable JsonNode node, String name) {
        return node instanceof ObjectNode object ? object.get(name) : null;
    }

    /** Seconds that the other side is longer. */
    public double duration() {
        return to.plan().duration().minus(from.plan().duration()).toMillis() / 1e3;
    }

    public boolean soundChanged() {
        return !Objects.equals(from.mix(), to.mix());
    }

    public Chunks chunks() {
        var there = shown();
        var shared =
                to.plan().chunks().stream().collect(Collectors.partitioningBy(chunk -> there.contains(chunk.shows())));
        var same = shared.getOrDefault(true, List.of());
        var anew = shared.getOrDefault(false, List.of());
        return new Chunks(same.size(), anew.size(), frames(same), frames(anew));
    }

    private static long frames(List<RenderPlan.Chunk> chunks) {
        return chunks.stream().mapToLong(RenderPlan.Chunk::frames).sum();
    }

    /** To the chunk; neighbours are one range. */
    public List<Range> ranges() {
        var there = shown();
        var ranges = new ArrayList<Range>();
        var reached = -1L;
        for (var chunk : to.plan().chunks()) {
            if (there.contains(chunk.shows())) {
                continue;
            }
            var end = seconds(chunk.firstFrame() + chunk.frames());
            if (reached == chunk.firstFrame()) {
                ranges.set(ranges.size() - 1, new Range(ranges.getLast().start(), end));
            } else {
                ranges.add(new Range(seconds(chunk.firstFrame()), end));
            }
            reached = chunk.firstFrame() + chunk.frames();
        }
        return ranges;
    }

    private Set<String> shown() {
        return from.plan().chunks().stream().map(RenderPlan.Chunk::shows).collect(Collectors.toSet());
    }

    private double seconds(long frame) {
        var plan = to.plan();
        return Math.round(frame * (double) plan.duration().toMillis() / plan.frames()) / 1e3;
    }
}
