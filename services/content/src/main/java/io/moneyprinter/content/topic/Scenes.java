package io.moneyprinter.content.topic;

import io.moneyprinter.content.prompt.AnswerText;
import io.moneyprinter.content.prompt.Manners;
import io.moneyprinter.content.script.Block;
import io.moneyprinter.content.script.Headline;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.language.Language;
import io.moneyprinter.problem.CodedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scenes of an answer, cleaned: of each what is spoken, under its heading, and how it should look. */
final class Scenes {

    private static final int LONGEST_TERM = 40;
    private static final int MOST_TERMS = 4;
    private static final int LONGEST_ON_SCREEN = 60;
    private static final int LONGEST_VISUAL = 300;
    private static final double SHORTEST_SHOT = 1;
    private static final double LONGEST_SHOT = 10;

    private final List<Spoken> all = new ArrayList<>();
    private boolean stated;

    private Scenes() {}

    /** @param blocks what is spoken, without headings */
    record Spoken(String heading, List<Block> blocks, Scene scene) {}

    static Scenes of(List<ScriptAnswer.@Nullable Part> parts, AnswerText text, Brief brief) {
        var scenes = new Scenes();
        for (var part : parts) {
            if (part != null) {
                scenes.stated |= role(part.role()) != null;
                read(part, text, brief).ifPresent(scenes.all::add);
            }
        }
        scenes.infer(brief);
        return scenes;
    }

    /** Nothing when nothing of it can be spoken. */
    static Optional<Spoken> read(ScriptAnswer.Part part, AnswerText text, Brief brief) {
        var blocks = text.narration(part.narration());
        if (!speakable(blocks, brief.language())) {
            return Optional.empty();
        }
        var heading = text.line(part.heading(), LONGEST_ON_SCREEN);
        var onScreen = text.line(part.onScreenText(), LONGEST_ON_SCREEN);
        var visual = text.line(part.visual(), LONGEST_VISUAL);
        var tone = Manners.all().tone(brief.tone());
        var mood = mood(part.mood());
        return Optional.of(new Spoken(
                heading.isEmpty() && onScreen.isEmpty() ? "" : Headline.title(heading.isEmpty() ? onScreen : heading),
                blocks,
                new Scene(
                        role(part.role()),
                        onScreen.isEmpty() ? null : onScreen,
                        visual.isEmpty() ? null : visual,
                        text.lines(part.searchTerms(), LONGEST_TERM, MOST_TERMS),
                        text.lines(part.searchTermsEnglish(), LONGEST_TERM, MOST_TERMS),
                        mood == null ? tone.mood() : mood,
                        shot(part.shotSeconds() == null ? tone.shotSeconds() : part.shotSeconds()))));
    }

    private static boolean speakable(List<Block> blocks, Language language) {
        try {
            Manuscript.of(blocks, language, "/topic");
            return true;
        } catch (CodedException unspeakable) {
            return false;
        }
    }

    List<Spoken> all() {
        return all;
    }

    /** Whether the model has said what any scene is for. */
    boolean rolesStated() {
        return stated;
    }

    /** Headings and what is spoken under them, a heading for each scene, though it may be empty. */
    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (var scene : all) {
            blocks.add(new Block.Heading(2, scene.heading()));
            blocks.addAll(scene.blocks());
        }
        return blocks;
    }

    List<Scene> scenes() {
        return all.stream().map(Spoken::scene).toList();
    }

    /** What nobody said: the first one is the hook, if one was wanted, and all others are the body. */
    private void infer(Brief brief) {
        for (var i = 0; i < all.size(); i++) {
            var spoken = all.get(i);
            var scene = spoken.scene();
            if (scene.role() == null) {
                var role = i == 0 && brief.hook() && !stated ? Scene.Role.HOOK : Scene.Role.BODY;
                all.set(
                        i,
                        new Spoken(
                                spoken.heading(),
                                spoken.blocks(),
                                new Scene(
                                        role,
                                        scene.onScreen(),
                                        scene.visual(),
                                        scene.searchTerms(),
                                        scene.searchTermsEnglish(),
                                        scene.mood(),
                                        scene.shotLength())));
            }
        }
    }

    private static Duration shot(double seconds) {
        var bounded = Double.isFinite(seconds) ? Math.clamp(seconds, SHORTEST_SHOT, LONGEST_SHOT) : LONGEST_SHOT;
        return Duration.ofMillis(Math.round(bounded * 1_000));
    }

    private static Scene.@Nullable Role role(@Nullable String name) {
        return one(Scene.Role.values(), name);
    }

    private static Scene.@Nullable Mood mood(@Nullable String name) {
        return one(Scene.Mood.values(), name);
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name) {
        if (name != null) {
            for (var each : all) {
                if (each.name().equals(name.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_"))) {
                    return each;
                }
            }
        }
        return null;
    }
}
