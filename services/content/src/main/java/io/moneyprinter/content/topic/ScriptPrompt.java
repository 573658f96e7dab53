package io.moneyprinter.content.topic;

import com.ibm.icu.util.ULocale;
import io.moneyprinter.content.prompt.Manners;
import io.moneyprinter.content.prompt.Mark;
import io.moneyprinter.content.prompt.Prompt;
import io.moneyprinter.content.template.Outline;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a brief to a model. */
public final class ScriptPrompt {

    private ScriptPrompt() {}

    public static Prompt of(Brief brief, Mark mark) {
        var manners = Manners.all();
        var values = new HashMap<String, String>();
        values.put("language", name(brief.language()));
        values.put("length", length(brief.seconds(), brief.language()));
        values.put("style", manners.style(brief.style()).guidance());
        values.put("tone", manners.tone(brief.tone()).guidance());
        values.put("audience", manners.audience(brief.audience()).guidance());
        values.put("opening", opening(brief.opening()));
        values.put("closing", closing(brief.callToAction()));
        values.put("outline", outline(brief));
        values.put("wishes", wishes(brief));
        values.put("variation", variation(brief.twist()));
        return Prompt.of("script", values, data(brief), mark);
    }

    /** Such as {@code German (de)}. */
    public static String name(Language language) {
        return "%s (%s)".formatted(language.locale().getDisplayName(ULocale.ENGLISH), language.tag());
    }

    /** Such as {@code 60 seconds, about 150 words}. */
    public static String length(double seconds, Language language) {
        return Word.syllabic(language)
                ? "%d seconds, about %d characters"
                        .formatted(Math.round(seconds), Math.round(seconds * Word.charactersPerSecond(language)))
                : "%d seconds, about %d words".formatted(Math.round(seconds), Math.round(seconds * Word.PER_SECOND));
    }

    private static Map<String, Object> data(Brief brief) {
        var data = new LinkedHashMap<String, Object>();
        data.put("topic", brief.topic());
        data.put("title", or(brief.title()));
        data.put("style", brief.style());
        data.put("tone", brief.tone());
        data.put("target_audience", brief.audience());
        data.put("keywords", brief.keywords());
        data.put("material", or(brief.material()));
        data.put("avoid", brief.twist() == null ? List.of() : brief.twist().avoid());
        return data;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String opening(@Nullable String hook) {
        return hook == null
                ? "There is no scene of the role hook: the first one starts with the subject itself, without a question or an"
                        + " announcement."
                : "The first scene has the role hook and opens with "
                        + Manners.all().hook(hook);
    }

    private static String closing(String callToAction) {
        return callToAction.isEmpty()
                ? "There is no scene of the role call_to_action: the last one ends with a fact."
                : "The last scene has the role call_to_action: " + callToAction;
    }

    private static String outline(Brief brief) {
        var template = brief.template();
        if (template == null) {
            return "";
        }
        var lines = new ArrayList<String>();
        lines.add("These scenes, in this order; one may become several:");
        for (var part : Outline.parts(template, brief.hook())) {
            lines.add("- %s (%s, %s): %s"
                    .formatted(
                            part.name(),
                            part.role().name().toLowerCase(Locale.ROOT),
                            length(brief.seconds() * part.share(), brief.language()),
                            part.purpose()));
        }
        lines.add(template.prompt());
        return String.join("\n", lines);
    }

    private static String wishes(Brief brief) {
        var wishes = new ArrayList<String>();
        if (brief.title() != null) {
            wishes.add("The title is the \"title\" of the data, as it is.");
        }
        if (!brief.keywords().isEmpty()) {
            wishes.add("Each of the \"keywords\" of the data is spoken in a narration, where it fits.");
        }
        if (brief.material() != null) {
            wishes.add("All facts come from the \"material\" of the data; what it does not say is left out.");
        }
        return String.join("\n", wishes);
    }

    private static String variation(Brief.@Nullable Twist twist) {
        if (twist == null) {
            return "";
        }
        var order = "Tell it in this order: " + Manners.all().order(twist.order());
        return twist.avoid().isEmpty()
                ? order
                : order
                        + "\nOther versions open with the sentences of \"avoid\" in the data: use other words and other examples.";
    }
}
