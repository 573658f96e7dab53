package io.moneyprinter.content.translation;

import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Scene;
import io.moneyprinter.contracts.content.Section;
import io.moneyprinter.contracts.content.Sentence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a script is read and not spoken: words on the screen, and captions that say something else. */
final class Shown {

    private Shown() {}

    /** In the order of the script. */
    static List<String> of(GeneratedContent content) {
        var texts = new ArrayList<String>();
        for (var section : content.sections()) {
            var scene = section.scene();
            add(scene == null ? null : scene.onScreen(), texts);
            section.sentences().forEach(sentence -> add(sentence.caption(), texts));
        }
        return texts;
    }

    private static void add(@Nullable String text, List<String> texts) {
        if (text != null) {
            texts.add(text);
        }
    }

    /**
     * The same script with what the one before shows, and with its voices.
     *
     * @param texts one for each that {@link #of} finds in the one before; none to show what is spoken
     */
    static GeneratedContent keep(GeneratedContent before, GeneratedContent translated, List<String> texts) {
        var next = texts.iterator();
        var sections = new ArrayList<Section>();
        for (var old : before.sections()) {
            var section = translated.sections().get(sections.size());
            var scene = old.scene() == null ? null : scene(old.scene(), next);
            var sentences = new ArrayList<Sentence>();
            for (var sentence : old.sentences()) {
                sentences.add(section.sentences()
                        .get(sentences.size())
                        .withVoice(sentence.voice())
                        .withSpare(sentence.spare())
                        .withCaption(next(sentence.caption(), next)));
            }
            sections.add(new Section(section.heading(), sentences, scene));
        }
        return translated.withSections(sections);
    }

    /** Its search terms in the language of the script say nothing in another. */
    private static Scene scene(Scene scene, Iterator<String> next) {
        return new Scene(
                scene.role(),
                next(scene.onScreen(), next),
                scene.visual(),
                List.of(),
                scene.searchTermsEnglish(),
                scene.mood(),
                scene.shotLength());
    }

    private static @Nullable String next(@Nullable String before, Iterator<String> next) {
        return before == null || !next.hasNext() ? null : next.next();
    }
}
