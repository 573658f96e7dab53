package io.moneyprinter.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.content.source.SourceText;
import io.moneyprinter.contracts.content.GeneratedContent;
import io.moneyprinter.language.Language;
import io.moneyprinter.language.Word;
import io.moneyprinter.testing.Golden;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Summaries of whole articles, printed where people read them. */
class ArticleSummariesTests {

    private static final int SECONDS = 45;

    private final ArticleSummarizer summarizer = new ArticleSummarizer();

    @Test
    void readsLikeAText() throws IOException {
        var page = new StringBuilder("""
            # Summaries

            What becomes of an article without any language model, in %d seconds: its own sentences, chosen by `ArticleSummarizer`. The articles are in `services/content/src/test/resources/io/moneyprinter/content/article`, written for the test in the style of encyclopaedias, news and instructions. This page is written by a test; read it as a viewer would hear it.
            """.formatted(SECONDS));
        for (var article : articles().entrySet()) {
            var content = content(article.getValue());
            page.append("\n## %s\n\n".formatted(content.title()));
            page.append("*%s, %d s of %d s; about %s*\n\n"
                    .formatted(
                            article.getKey(),
                            content.estimatedDuration(),
                            secondsOf(article.getValue(), content),
                            String.join(
                                    ", ", content.keywords().stream().limit(6).toList())));
            page.append(content.script()).append('\n');
        }
        Golden.assertMatches(Path.of("..", "..", "docs", "summaries.md"), page.toString());
    }

    @Test
    void saysNothingButWholeSentencesOfTheArticle() throws IOException {
        for (var article : articles().entrySet()) {
            var text = SourceText.of(article.getValue()).text();
            var content = content(article.getValue());
            var own = content.script().lines().filter(line -> !line.isBlank()).toList();

            assertThat(own).as(article.getKey()).hasSizeGreaterThan(3);
            assertThat(content.script())
                    .as(article.getKey())
                    .doesNotContain("[", "ˈ", "newsletter", "Newsletter", "boletín", "订阅", "اشترك");
            // Without what opens and ends it.
            for (var paragraph : own.subList(1, own.size() - 1)) {
                assertThat(text).as(article.getKey()).contains(paragraph.split("(?<=[.!?。؟।])\\s")[0]);
            }
            assertThat(content.estimatedDuration()).as(article.getKey()).isBetween(SECONDS - 14, SECONDS + 6);
        }
    }

    private GeneratedContent content(String article) throws IOException {
        var manuscript = summarizer.summarize(List.of(SourceText.of(article)), "/article", SECONDS, null, true);
        return ArticleSummarizer.content(manuscript, null, List.of(), Map.of());
    }

    private static long secondsOf(String article, GeneratedContent content) throws IOException {
        var language = new Language(content.language());
        return Math.round(Word.seconds(SourceText.of(article).text(), language));
    }

    private static Map<String, String> articles() throws IOException {
        try {
            var directory = Path.of(Objects.requireNonNull(ArticleSummariesTests.class.getResource("en-lichens.md"))
                            .toURI())
                    .getParent();
            var articles = new LinkedHashMap<String, String>();
            try (var files = Files.list(directory)) {
                for (var file : files.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .toList()) {
                    articles.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            return articles;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
