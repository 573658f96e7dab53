package io.moneyprinter.content.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.content.source.SourceText.Passage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class WebPageTests {

    @Test
    void readsTheArticleOfANewsPageAndNothingAroundIt() throws IOException {
        var text = read("news.html", "https://gazette.example/storks");

        assertThat(text.title()).isEqualTo("Storks return to Zurich after 80 years");
        assertThat(text.text())
                .startsWith("For the first time since 1946")
                .contains("about forty kilograms.\n", "10 km².", "within two minutes of flight.")
                .endsWith("it has not been used since 1997.")
                .doesNotContain(
                        "privacy",
                        "Sport",
                        "By Anna",
                        "Share",
                        "nobody",
                        "Most read",
                        "Read also",
                        "boots",
                        "Beavers",
                        "Great article",
                        "©");
        var citation = Objects.requireNonNull(text.citation());
        assertThat(citation.url()).isEqualTo("https://gazette.example/storks");
        assertThat(citation.site()).isEqualTo("The Lake Gazette");
        assertThat(citation.published()).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @Test
    void readsAnEncyclopaediaWithoutItsApparatus() throws IOException {
        var text = read("wiki.html", "https://www.lexikon.example/kupferkessel");

        assertThat(text.title()).isEqualTo("Kupferkessel");
        assertThat(text.text())
                .startsWith("Ein Kupferkessel ist ein Gefäß aus Kupfer, in dem seit der Bronzezeit gekocht, gebraut und"
                        + " gefärbt wird. Kupfer")
                .endsWith("weil es Schwefel aus dem Dampf bindet.")
                .doesNotContain("[", "Bearbeiten", "Dieser Artikel", "Kasten", "niemand", "Lizenz");
        assertThat(text.passages()).filteredOn(Passage::isItem).hasSize(2);
        assertThat(Objects.requireNonNull(text.citation()).site()).isEqualTo("lexikon.example");
    }

    @Test
    void readsAPageOfTablesAndLineBreaks() throws IOException {
        var text = read("old.html", "http://home.example/~moon/tides.html");

        assertThat(text.title()).isEqualTo("Tides");
        assertThat(text.passages()).hasSize(3);
        assertThat(text.text()).startsWith("The sea rises").doesNotContain("Guest book");
    }

    @Test
    void takesWhatIsToldToMachinesWhereNothingIsToldToPeople() throws IOException {
        var page = Jsoup.parse("""
            <html><head><title>App</title><script type="application/ld+json">
            {"@type":"Article","headline":"Moths","articleBody":"Moths fly at night.\\n\\nSome fly by day."}</script></head>
            <body><div id="root"></div></body></html>\
            """);

        var text = WebPage.read(page, URI.create("https://app.example/"));

        assertThat(text.title()).isEqualTo("Moths");
        assertThat(text.text()).isEqualTo("Moths fly at night.\nSome fly by day.");
    }

    static String page(String name) throws IOException {
        try (var in = Objects.requireNonNull(WebPageTests.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SourceText read(String name, String address) throws IOException {
        return WebPage.read(Jsoup.parse(page(name), address), URI.create(address));
    }
}
