package io.moneyprinter.content.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moneyprinter.content.ContentErrorCode;
import io.moneyprinter.content.script.Manuscript;
import io.moneyprinter.content.source.SourceText;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.contracts.content.Sentence;
import io.moneyprinter.problem.CodedException;
import io.moneyprinter.problem.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleSummarizerTests {

    private static final String ARTICLE = """
            <!doctype html><html><head><title>Deep sea | Example News</title><script>var tracking = 1;</script></head><body>
            <nav><p>Home News Sport Weather and many more links to other pages of this site</p></nav>
            <article><h1>Why the deep sea glows</h1>
            <p>The deep sea is the largest living space on Earth. More than 90 percent of it has never been seen by anyone.
            It starts where sunlight ends, at about 200 metres below the surface.</p>
            <p>Most animals of the deep sea make their own light. Scientists call this bioluminescence. An anglerfish hangs a
            glowing lure in front of its mouth, and smaller fish swim towards it. They do not swim away again.</p>
            <p>Click here to subscribe to our newsletter for more stories like this one.</p>
            <figure><figcaption>A photo of a very deep fish that nobody should ever read aloud.</figcaption></figure>
            <p>The light[12] of most animals[edit] is blue, because blue light travels farthest in sea water. A few dragonfish make red
            light instead, which their prey cannot see. They hunt as if with a searchlight that only they can see.</p>
            <p>Pressure rises by one atmosphere for every ten metres of depth. At the bottom of the Mariana Trench, almost
            eleven kilometres down, it is more than a thousand times that at the surface. Even there, amphipods and snailfish
            live. Plastic has been found there, too.</p>
            <p>Researchers send robots down, because the deep sea is hard to reach for people. Each dive of such a robot finds
            animals that have no name yet. Most of what lives in the deep sea is still unknown to science.</p>
            </article><footer><p>Copyright 2026 Example News, all rights reserved, do not copy any of this.</p></footer>
            </body></html>
            """;

    private final ArticleSummarizer summarizer = new ArticleSummarizer();

    @Test
    void keepsToTheLengthThatIsWanted() {
        var content = summary(ARTICLE, 30);

        assertThat(content.estimatedDuration()).isBetween(20, 38);
    }

    @Test
    void saysOnlyWhatTheArticleSays() {
        var article = ARTICLE.replaceAll("\\[\\w+]", "").replaceAll("\\s+", " ");

        var sentences = summary(ARTICLE, 40).sentences();

        assertThat(sentences.subList(1, sentences.size() - 1))
                .extracting(Sentence::text)
                .isNotEmpty()
                .allMatch(article::contains);
    }

    @Test
    void doesNotSpeakOfThemBeforeItSaidWho() {
        var text = String.join(
                "\n\n",
                "An octopus has about 500 million neurons, roughly as many as a dog. Two thirds of them are not in its brain"
                        + " but in its arms.",
                "In laboratories, octopuses open jars, solve mazes and recognise the people who feed them. One at a German"
                        + " aquarium learned to switch off a lamp by squirting water at it.",
                "Most species live only one or two years. Scientists wonder why evolution gave so short a life to so clever"
                        + " an animal.");

        for (var seconds = 16; seconds <= 40; seconds++) {
            var script = summary(text, seconds).script();
            if (script.contains("Two thirds of them")) {
                assertThat(script).contains("500 million neurons");
            }
        }
    }

    @Test
    void keepsTheOrderOfTheArticle() {
        var article = ARTICLE.replaceAll("\\[\\w+]", "").replaceAll("\\s+", " ");

        var sentences = summary(ARTICLE, 40).sentences();

        assertThat(sentences.subList(1, sentences.size() - 1))
                .extracting(sentence -> article.indexOf(sentence.text()))
                .isSorted();
    }

    @Test
    void leavesOutWhatStandsAroundTheArticle() {
        assertThat(summary(ARTICLE, 600).script())
                .contains("More than 90 percent", "snailfish", "no name yet")
                .doesNotContain("subscribe", "Copyright", "Home News", "tracking", "read aloud");
    }

    @Test
    void takesTheTitleOfTheArticleAndOpensWithIt() {
        var content = summary(ARTICLE, 30);

        assertThat(content.title()).isEqualTo("Why the deep sea glows");
        assertThat(content.sentences().getFirst().text()).isEqualTo("Here is why the deep sea glows.");
    }

    @Test
    void opensWithoutAHookWhenNoneIsWanted() {
        var manuscript = manuscript(ARTICLE, 30, false);

        assertThat(content(manuscript).script()).doesNotContain("Here is", "short version");
    }

    @Test
    void opensWithTheTitleAndNoEnglishInOtherLanguages() {
        var german = """
                # Warum Bienen tanzen

                Bienen tanzen, um den anderen zu sagen, wo die Blumen sind. Der Tanz zeigt die Richtung und die Entfernung.
                Karl von Frisch hat diesen Tanz im vorigen Jahrhundert entschlüsselt.

                Eine Sekunde Schwänzellauf bedeutet ungefähr einen Kilometer. Der Winkel zur Senkrechten ist der Winkel zur Sonne.
                Die anderen Bienen spüren den Tanz in der Dunkelheit des Stocks mit ihren Fühlern.

                Nicht jede Biene hört zu, denn manche fliegen lieber zu den Blumen, die sie schon kennen.
                """;

        var content = summary(german, 15);

        assertThat(content.language()).isEqualTo("de");
        assertThat(content.script()).startsWith("Warum Bienen tanzen").doesNotContain("Here", "version");
        assertThat(content.description()).doesNotContain("Warum Bienen tanzen");
        assertThat(content.estimatedDuration()).isLessThan(24);
    }

    @Test
    void shortensChineseByCharacters() {
        var sentence = "深海是地球上最大的生活空间，第%d个事实让科学家感到非常惊讶。";
        var chinese = new StringBuilder();
        for (var i = 1; i <= 30; i++) {
            chinese.append(sentence.formatted(i)).append(i % 3 == 0 ? "\n\n" : "");
        }

        assertThat(summary(chinese.toString(), 30).estimatedDuration()).isBetween(15, 40);
    }

    @Test
    void refusesAnArticleThatIsTooShort() {
        assertThatExceptionOfType(CodedException.class)
                .isThrownBy(() -> summary("Bees dance. They really do.", 60))
                .withMessageContaining("send it as script")
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(ContentErrorCode.ARTICLE_TOO_SHORT);
                    assertThat(failure.errors()).extracting(FieldError::pointer).containsExactly("/article");
                });
    }

    private GeneratedContent summary(String article, int seconds) {
        return content(manuscript(article, seconds, true));
    }

    private Manuscript manuscript(String article, int seconds, boolean hook) {
        try {
            return summarizer.summarize(List.of(SourceText.of(article)), "/article", seconds, null, hook);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + article, e);
        }
    }

    private static GeneratedContent content(Manuscript manuscript) {
        return manuscript.toContent(manuscript.titleOr(null), null, List.of(), Map.of());
    }
}
