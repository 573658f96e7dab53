package io.moneyprinter.content.topic;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import io.moneyprinter.content.prompt.AnswerText;
import io.moneyprinter.content.prompt.Manners;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.prompt.Verdict;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.script.SentenceSplitter;
import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.LanguageDetector;
import io.moneyprinter.language.Word;
import io.moneyprinter.problem.CodedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a model's answer: whether it can be spoken, and whether it is what was asked for. */
final class ScriptCheck implements Function<String, Verdict<ScriptCheck.Written>> {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int LONGEST_KEYWORD = 50;
    private static final int MOST_KEYWORDS = 12;
    private static final int MOST_SCENES = 20;

    /** A model that writes less than this part of what was asked for has not done it. */
    private static final double SHORTEST_PART = 0.25;

    /** A part of what was asked for that pauses and the pace of the voice make up for. */
    private static final double SHORT = 0.9;

    /** What is more than this many times what was asked for is hard to leave out. */
    private static final double LONG = 1.5;

    /** Fewer words are not enough to tell a language by. */
    private static final int ENOUGH_WORDS = 12;

    /** How much longer than it should be a sentence may become before it is complained about. */
    private static final double LENIENCE = 1.25;

    /** Languages that are easily taken for each other. */
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("da", "nb", "no", "nn", "sv"),
            Set.of("hr", "sr", "bs", "sl", "mk", "bg"),
            Set.of("id", "ms"),
            Set.of("cs", "sk"),
            Set.of("es", "gl", "ca", "pt"),
            Set.of("zh", "yue"),
            Set.of("ru", "uk", "be"),
            Set.of("hi", "mr", "ne"),
            Set.of("nl", "af"));

    private final Brief brief;
    private final Prompt prompt;

    ScriptCheck(Brief brief, Prompt prompt) {
        this.brief = brief;
        this.prompt = prompt;
    }

    /**
     * A script that can be spoken.
     *
     * @param title empty when the model gave none
     * @param description empty when the model gave none
     * @param dropped how many sentences and addresses had to go
     */
    record Written(
            String title,
            String description,
            List<String> keywords,
            Manuscript manuscript,
            List<Scene> scenes,
            int dropped) {}

    @Override
    public Verdict<Written> apply(String answer) {
        ScriptAnswer read;
        try {
            read = JSON.readValue(answer, ScriptAnswer.class);
        } catch (JacksonException notJson) {
            return new Verdict.Unusable<>("it is not a JSON object of the shape that was asked for");
        }
        if (read == null || read.scenes() == null || read.scenes().size() > MOST_SCENES) {
            return new Verdict.Unusable<>("it has no list \"scenes\" of at most %d".formatted(MOST_SCENES));
        }
        var text = new AnswerText(prompt, brief.own(), brief.language());
        var scenes = Scenes.of(read.scenes(), text, brief);
        if (scenes.all().isEmpty()) {
            return new Verdict.Unusable<>("its scenes have no narration that could be spoken");
        }
        Manuscript manuscript;
        try {
            manuscript = Manuscript.of(scenes.blocks(), brief.language(), "/topic");
        } catch (CodedException unspeakable) {
            return new Verdict.Unusable<>(String.valueOf(unspeakable.getMessage()));
        }
        var words = manuscript.estimatedDuration() * Word.PER_SECOND;
        var wanted = brief.seconds() * Word.PER_SECOND;
        if (words < wanted * SHORTEST_PART) {
            return new Verdict.Unusable<>(
                    "the narration has about %d words instead of %d".formatted(Math.round(words), Math.round(wanted)));
        }
        var written = new Written(
                text.line(read.title(), LONGEST_TITLE),
                text.line(read.description(), LONGEST_DESCRIPTION),
                text.lines(read.keywords(), LONGEST_KEYWORD, MOST_KEYWORDS),
                manuscript,
                scenes.scenes(),
                text.dropped());
        var shortcomings = shortcomings(written, scenes.rolesStated());
        if (words < wanted * SHORT || words > wanted * LONG) {
            shortcomings.add("the narrations have about %d words instead of %d; %s whole sentences"
                    .formatted(Math.round(words), Math.round(wanted), words < wanted ? "add" : "leave out"));
        }
        return new Verdict.Usable<>(written, shortcomings);
    }

    private List<String> shortcomings(Written written, boolean rolesStated) {
        var shortcomings = new ArrayList<String>();
        if (rolesStated) {
            roles(written.scenes(), shortcomings);
        }
        var script = written.manuscript().script();
        for (var keyword : brief.keywords()) {
            if (!mentions(script, keyword)) {
                shortcomings.add("no narration says %s, which is one of the keywords"
                        .formatted(JSON.writeValueAsString(keyword)));
            }
        }
        otherLanguage(script, shortcomings);
        longSentences(script, shortcomings);
        return shortcomings;
    }

    private void roles(List<Scene> scenes, List<String> shortcomings) {
        var hooked = scenes.getFirst().role() == Scene.Role.HOOK;
        if (hooked != brief.hook()) {
            shortcomings.add(
                    brief.hook()
                            ? "the first scene has not the role hook"
                            : "the first scene has the role hook, and none was wanted");
        }
        var calls = scenes.getLast().role() == Scene.Role.CALL_TO_ACTION;
        if (calls == brief.callToAction().isEmpty()) {
            shortcomings.add(
                    calls
                            ? "the last scene has the role call_to_action, and none was wanted"
                            : "the last scene has not the role call_to_action");
        }
    }

    /** A word counts with another ending, as languages have them. */
    private boolean mentions(String script, String keyword) {
        var spoken = Word.of(script, brief.language()).stream()
                .map(word -> lower(word.text()))
                .toList();
        return lower(script).contains(lower(keyword))
                || Word.of(keyword, brief.language()).stream()
                        .map(word -> stem(lower(word.text())))
                        .allMatch(stem -> spoken.stream().anyMatch(word -> word.startsWith(stem)));
    }

    private String lower(String text) {
        return UCharacter.toLowerCase(brief.language().locale(), text);
    }

    private static String stem(String word) {
        return word.length() <= 4 ? word : word.substring(0, Math.max(4, word.length() - 2));
    }

    private void otherLanguage(String script, List<String> shortcomings) {
        if (Word.of(script, brief.language()).size() < ENOUGH_WORDS) {
            return;
        }
        var wanted = brief.language().code();
        var detected = LanguageDetector.detect(script).code();
        var near = ALIKE.stream().anyMatch(some -> some.contains(wanted) && some.contains(detected));
        // English is also what nothing speaks against.
        var unsure = detected.equals(Language.ENGLISH.code()) && latin(wanted) && !known(wanted);
        if (!wanted.equals(detected) && !near && !unsure) {
            shortcomings.add("the narrations are not in %s".formatted(ScriptPrompt.name(brief.language())));
        }
    }

    private static boolean latin(String code) {
        var scripts = UScript.getCode(
                com.ibm.icu.util.ULocale.addLikelySubtags(com.ibm.icu.util.ULocale.forLanguageTag(code)));
        return scripts != null && scripts.length > 0 && scripts[0] == UScript.LATIN;
    }

    private static boolean known(String code) {
        return !io.moneyprinter.language.StopWords.of(new Language(code)).isEmpty();
    }

    private void longSentences(String script, List<String> shortcomings) {
        var longest = Manners.all().audience(brief.audience()).longestSentence();
        @Nullable String worst = null;
        var most = longest * LENIENCE;
        for (var sentence : new SentenceSplitter(brief.language()).sentences(script)) {
            var words = Word.count(sentence, brief.language());
            if (words > most) {
                worst = sentence;
                most = words;
            }
        }
        if (worst != null) {
            shortcomings.add("this sentence has %d words, and for this audience none has more than %d: %s"
                    .formatted(Math.round(most), longest, JSON.writeValueAsString(worst)));
        }
    }
}
